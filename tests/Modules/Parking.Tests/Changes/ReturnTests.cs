using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Payments;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Changes;

/// <summary>Leaving: the permit is returned, or an application is withdrawn before it is decided.</summary>
public sealed class ReturnTests
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_return_ends_the_permit_for_wardens_and_wallets_and_credits_the_months_that_are_left(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.Wallet.ReceiveAsync((await citizen.GetPermitAsync()).Onwards!);
        var notice = await town.ReadAsync(database => database.FeeNotices.SingleAsync(Cancellation));
        await OpenReceivableAsync(town, notice);

        var mine = await citizen.OpenMineAsync();
        Assert.Contains("25,00 € gutgeschrieben", mine.Html, StringComparison.Ordinal); // 11 months of 30 €, less 2.50 €.
        await citizen.SendReturnAsync(mine);

        Assert.Equal(PermitState.Returned, (await town.PermitOfAsync(citizen)).State);
        var permit = await town.PermitOfAsync(citizen);
        Assert.All(town.Services.GetRequiredService<PlateIndex>().OfPermit(permit.Id), right => Assert.False(right.IsValidOn(permit.ValidFrom)));
        await town.EventuallyAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
        Assert.False(await town.AcceptsAsync(citizen, citizen.Wallet.Copies[^1]));
        var standing = await town.Services.GetRequiredService<Receivables>().ReadAsync(notice.ReceivableKey, Cancellation);
        Assert.Equal(500, standing!.FeeCents);
        Assert.Contains("zurückgegeben", (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_clicks_return_once_and_credit_once(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var notice = await town.ReadAsync(database => database.FeeNotices.SingleAsync(Cancellation));
        await OpenReceivableAsync(town, notice);
        var mine = await citizen.OpenMineAsync();

        await Task.WhenAll(citizen.SendReturnAsync(mine), citizen.SendReturnAsync(mine), citizen.SendReturnAsync(mine));

        Assert.Equal(1, await town.ReadAsync(database => database.Applications.CountAsync(application => application.Purpose == ApplicationPurpose.Return, Cancellation)));
        await town.EventuallyAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
        Assert.Equal(500, (await town.Services.GetRequiredService<Receivables>().ReadAsync(notice.ReceivableKey, Cancellation))!.FeeCents);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Less_than_was_shown_is_not_paid_back_without_showing_it_first(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var mine = await citizen.OpenMineAsync();

        town.Time.Now += TimeSpan.FromDays(31);
        var again = await town.CitizenAsync(citizen.Person);
        await again.SignInAsync(citizen.Browser);
        await citizen.SendReturnAsync(mine);

        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
        await citizen.SendReturnAsync(await citizen.OpenMineAsync());
        Assert.Equal(PermitState.Returned, (await town.PermitOfAsync(citizen)).State);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task After_a_return_the_person_can_apply_anew(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        await citizen.SendReturnAsync(await citizen.OpenMineAsync());

        var later = await town.CitizenAsync(citizen.Person);
        await later.GetPermitAsync();

        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(later)).State);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_application_can_be_withdrawn_before_it_is_decided_and_by_nobody_else(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (citizen, stranger) = (await town.CitizenAsync(DemoStory.CompanyCar), await town.CitizenAsync());
        await stranger.GetPermitAsync();
        var waiting = await citizen.ShowCitizenIdAsync();
        Assert.Contains("Antrag zurückziehen", waiting.Html, StringComparison.Ordinal);

        await stranger.Browser.OpenAsync("/permit");
        await stranger.Browser.SendFormAsync($"{citizen.PagePath}/withdrawal");
        Assert.Equal(ApplicationState.WaitingForClerk, await StateAsync(town, citizen.Application));
        await citizen.Browser.SendFormAsync($"{citizen.PagePath}/withdrawal");

        Assert.Equal(ApplicationState.Withdrawn, await StateAsync(town, citizen.Application));
        var page = await citizen.OpenApplicationAsync();
        Assert.Equal((HttpStatusCode.OK, true), (page.Status, page.Html.Contains("Der Antrag ist zurückgezogen", StringComparison.Ordinal)));
        Assert.Contains("application-withdrawn", await town.HistoryOfAsync(citizen.Application));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_permit_that_is_granted_is_not_withdrawn(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();

        await citizen.Browser.SendFormAsync($"{citizen.PagePath}/withdrawal");

        Assert.Equal(ApplicationState.Granted, await StateAsync(town, citizen.Application));
        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
    }

    private static Task<ApplicationState> StateAsync(PermitTown town, Guid application) =>
        town.ReadAsync(database => database.Applications.Where(row => row.Id == application).Select(row => row.State).SingleAsync(Cancellation));

    private static Task<ReceivableStanding> OpenReceivableAsync(PermitTown town, FeeNotice notice) => town.Services.GetRequiredService<Receivables>().OpenAsync(
        new ReceivableDraft(notice.ReceivableKey, notice.Reference, notice.AddresseeName, notice.AmountCents, notice.Reference, notice.DueOn, null), Cancellation);
}
