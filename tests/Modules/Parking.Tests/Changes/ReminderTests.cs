using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Changes.Renewals;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Changes;

/// <summary>The reminder before the end, and the link in it that renews once.</summary>
public sealed partial class ReminderTests
{
    private const string Unknown = "renewal-link-unknown";
    private const string Over = "renewal-link-over";

    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_reminder_is_written_once_for_each_permit_and_end(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (citizen, other) = (await town.CitizenAsync(), await town.CitizenAsync());
        await citizen.GetPermitAsync();
        await other.ConfirmAsync(await other.ShowCitizenIdAsync(), months: "6");
        var remind = town.Services.GetRequiredService<RemindHolders>();

        town.Time.Now = Noon((await town.PermitOfAsync(other)).ValidUntil.AddDays(-31));
        Assert.Equal(0, await remind.ExecuteAsync(Cancellation));
        town.Time.Now += TimeSpan.FromDays(1);
        Assert.Equal(1, await remind.ExecuteAsync(Cancellation));
        Assert.Equal(0, await remind.ExecuteAsync(Cancellation));

        town.Time.Now = Noon((await town.PermitOfAsync(citizen)).ValidUntil.AddDays(-30));
        Assert.Equal(1, await remind.ExecuteAsync(Cancellation)); // The other permit is over.
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Rounds_of_several_processes_at_the_same_time_write_each_reminder_once(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        town.Time.Now = Noon((await town.PermitOfAsync(citizen)).ValidUntil);
        var remind = town.Services.GetRequiredService<RemindHolders>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await remind.ExecuteAsync(Cancellation);
            }
            catch (DbUpdateException)
            {
                // Another process was quicker; the next round finds nothing left.
            }
        }));

        Assert.Equal(1, await town.ReadAsync(database => database.RenewalReminders.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_link_renews_with_one_button_and_without_a_sign_in_and_shows_no_whole_plate(DatabaseKind kind)
    {
        var (town, citizen, secret) = await RemindedAsync(kind);
        await using var _ = town;
        var before = await town.PermitOfAsync(citizen);
        var browser = town.NewBrowser();

        var page = await browser.OpenAsync($"/permit/renewal/{secret}");
        Assert.Contains("23.11.2027", page.Html, StringComparison.Ordinal);
        Assert.Contains("Bis 23.11.2028 verlängern, 30,00 €", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(before.Plates, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(citizen.Person.Card.Name.FamilyName, page.Html, StringComparison.Ordinal);

        await PressAsync(browser, page, secret);

        var after = await town.PermitOfAsync(citizen);
        Assert.Equal(new DateOnly(2028, 11, 23), after.ValidUntil);
        Assert.Contains("Der Ausweis ist verlängert", (await browser.OpenAsync($"/permit/renewal/{secret}")).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_link_is_used_up_by_one_renewal(DatabaseKind kind)
    {
        var (town, citizen, secret) = await RemindedAsync(kind);
        await using var _ = town;
        var browser = town.NewBrowser();
        var page = await browser.OpenAsync($"/permit/renewal/{secret}");

        await PressAsync(browser, page, secret);
        town.Time.Now = Noon(new DateOnly(2028, 11, 20)); // The permit could be renewed again: not by this link.
        await PressAsync(browser, page, secret);

        Assert.Equal(new DateOnly(2028, 11, 23), (await town.PermitOfAsync(citizen)).ValidUntil);
        Assert.Equal(2, await town.ReadAsync(database => database.PermitTerms.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Clicks_at_the_same_time_renew_once(DatabaseKind kind)
    {
        var (town, citizen, secret) = await RemindedAsync(kind);
        await using var _ = town;
        var browser = town.NewBrowser();
        var page = await browser.OpenAsync($"/permit/renewal/{secret}");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PressAsync(browser, page, secret)));

        Assert.Equal(new DateOnly(2028, 11, 23), (await town.PermitOfAsync(citizen)).ValidUntil);
        Assert.Equal(2, await town.ReadAsync(database => database.FeeNotices.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_link_with_one_sign_changed_leads_nowhere(DatabaseKind kind)
    {
        var (town, citizen, secret) = await RemindedAsync(kind);
        await using var _ = town;
        var browser = town.NewBrowser();
        var page = await browser.OpenAsync($"/permit/renewal/{secret}");
        var changed = secret[..^2] + (secret[^2] == 'A' ? 'B' : 'A') + secret[^1];

        var guessed = await browser.OpenAsync($"/permit/renewal/{changed}");
        await PressAsync(browser, page, changed);

        Assert.Equal((HttpStatusCode.NotFound, true), (guessed.Status, guessed.Html.Contains(Unknown, StringComparison.Ordinal)));
        Assert.Equal(new DateOnly(2027, 11, 23), (await town.PermitOfAsync(citizen)).ValidUntil);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_link_ends_with_the_permit_and_with_another_renewal(DatabaseKind kind)
    {
        var (town, citizen, secret) = await RemindedAsync(kind);
        await using var _ = town;
        var browser = town.NewBrowser();
        var again = await town.CitizenAsync(citizen.Person);
        await again.SignInAsync(citizen.Browser);
        await citizen.RenewAsync();

        var page = await browser.OpenAsync($"/permit/renewal/{secret}");

        Assert.Equal((HttpStatusCode.Gone, true), (page.Status, page.Html.Contains(Over, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_link_to_a_revoked_permit_renews_nothing(DatabaseKind kind)
    {
        var (town, citizen, secret) = await RemindedAsync(kind);
        await using var _ = town;
        var browser = town.NewBrowser();
        var page = await browser.OpenAsync($"/permit/renewal/{secret}");
        using (var scope = town.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<RevokePermit>().RevokeAsync((await town.PermitOfAsync(citizen)).Id, "Umzug", Guid.Empty, Cancellation);

        await PressAsync(browser, page, secret);

        Assert.Equal((PermitState.Revoked, new DateOnly(2027, 11, 23)), ((await town.PermitOfAsync(citizen)).State, (await town.PermitOfAsync(citizen)).ValidUntil));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_stored_of_a_link_opens_nothing(DatabaseKind kind)
    {
        var (town, _, secret) = await RemindedAsync(kind);
        await using var ends = town;

        var stored = await town.ReadAsync(database => database.RenewalReminders.SingleAsync(Cancellation));

        Assert.DoesNotContain(secret, JsonSerializer.Serialize(stored), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await town.NewBrowser().OpenAsync($"/permit/renewal/{stored.LinkHash}")).Status);
    }

    /// <summary>A permit 20 days before its end, and the secret of the link in its reminder.</summary>
    private static async Task<(PermitTown Town, Citizen Citizen, string Secret)> RemindedAsync(DatabaseKind kind)
    {
        var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        town.Time.Now = Noon((await town.PermitOfAsync(citizen)).ValidUntil.AddDays(-20));
        await using var database = await town.Services.GetRequiredService<IDbContextFactory<Storage.ParkingDb>>().CreateDbContextAsync(Cancellation);
        var permit = await town.PermitOfAsync(citizen);
        var secret = town.Random.NewSecret();
        database.RenewalReminders.Add(new RenewalReminder { PermitId = permit.Id, ValidUntil = permit.ValidUntil, LinkHash = RenewalReminder.HashOf(secret), CreatedAt = town.Time.Now });
        await database.SaveChangesAsync(Cancellation);
        return (town, citizen, secret);
    }

    private static Task<Page> PressAsync(PortalBrowser browser, Page page, string secret) =>
        browser.SendFormAsync($"/permit/renewal/{secret}", Hidden().Matches(page.Html).Select(field => (field.Groups[1].Value, field.Groups[2].Value)).Where(field => field.Item1 != "__RequestVerificationToken"));

    private static DateTimeOffset Noon(DateOnly day) => TownCalendar.EndOf(day) - TimeSpan.FromHours(12);

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
