using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Changes.Returning;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Office;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Payments;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Changes;

/// <summary>A permit is returned where the town has not said what comes back: the permit ends, and a clerk decides about the money.</summary>
public sealed class RefundCaseTests
{
    private const string Reason = "Elf Monate sind ungenutzt, die Hälfte kommt aus Kulanz zurück.";

    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_return_without_a_refund_rule_ends_the_permit_and_a_clerk_decides_what_comes_back(DatabaseKind kind)
    {
        using var files = new TownFiles("refund");
        await using var town = await Staff.StartTownAsync(kind, files.Setting);
        var (citizen, notice) = await HolderAsync(town);
        var mine = await citizen.OpenMineAsync();
        Assert.All(["entscheidet das Straßenverkehrsamt", "name=\"iban\""], words => Assert.Contains(words, mine.Html, StringComparison.Ordinal));

        await citizen.SendReturnAsync(mine, "DE75 5121 0800 1245 1261 99");
        Assert.Equal(PermitState.Returned, (await town.PermitOfAsync(citizen)).State);
        var open = await ReturnAsync(town);
        Assert.Equal(ApplicationState.WaitingForClerk, open.State);
        var waiting = await citizen.Browser.OpenAsync($"/permit/mine/changes/{open.Id}");
        Assert.Contains("über die Erstattung entscheidet das Amt", waiting.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("withdrawal", waiting.Html, StringComparison.Ordinal);
        await citizen.Browser.SendFormAsync($"/permit/mine/changes/{open.Id}/withdrawal");
        Assert.Equal(ApplicationState.WaitingForClerk, (await ReturnAsync(town)).State);

        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains("Erstattung nach einer Rückgabe ist offen", (await clerk.OpenAsync("/office/cases")).Html, StringComparison.Ordinal);
        var page = await clerk.OpenCaseAsync(open.Id);
        Assert.All(["27,50 €", "Von 0 bis 30,00 €", "eigenes Konto genannt"], words => Assert.Contains(words, page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain(citizen.Person.Card.Name.FamilyName, page.Html, StringComparison.Ordinal);
        await clerk.ActOnAsync(open.Id, "refund", ("euros", "13,75"), ("reason", Reason));

        var decision = (await town.DecisionAsync(open.Id))!;
        Assert.Equal((ApplicationPurpose.Return, DecisionOutcome.Granted, null), (decision.Purpose, decision.Outcome, decision.LegalBasis));
        Assert.StartsWith("staff/", decision.DecidedBy, StringComparison.Ordinal);
        var facts = DecisionFacts.Read(decision.Facts);
        Assert.Equal((new RefundFact(3000, 1375), Reason, notice.AddresseeName), (facts.Refund, facts.Office!.Words, facts.Office.Addressee!.Name));
        Assert.Null((await ReturnAsync(town)).Wish); // The account has served.
        await Staff.UntilAsync(async () => (await StandingAsync(town, notice)).FeeCents == 1625);
        var letter = await citizen.Browser.OpenAsync($"/permit/applications/{open.Id}/decision");
        Assert.All(["13,75", Reason, "Klage beim", notice.AddresseeName], words => Assert.Contains(words, letter.Html, StringComparison.Ordinal));
        Assert.Contains($"/permit/applications/{open.Id}/decision", (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);
        Assert.Contains("refund-decided", await town.HistoryOfAsync(citizen.Application));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Nothing_can_come_back_too_but_never_without_a_reason_never_more_than_the_fee_and_only_once(DatabaseKind kind)
    {
        using var files = new TownFiles("refund");
        await using var town = await Staff.StartTownAsync(kind, files.Setting);
        var (citizen, notice) = await HolderAsync(town);
        await citizen.SendReturnAsync(await citizen.OpenMineAsync());
        var id = (await ReturnAsync(town)).Id;
        var clerk = await town.SignInAsync("Clerk");

        foreach (var (euros, reason, refused) in new[] { ("10,00", "", "case-needs-words"), ("30,01", Reason, "refund-unusable"), ("-1", Reason, "refund-unusable"), ("1,005", Reason, "refund-unusable"), ("viel", Reason, "refund-unusable") })
        {
            await clerk.OpenCaseAsync(id);
            Assert.EndsWith($"refused={refused}", (await clerk.SendFormAsync($"/office/cases/{id}/refund", ("euros", euros), ("reason", reason))).Onwards, StringComparison.Ordinal);
            Assert.Null(await town.DecisionAsync(id));
        }

        // No other button decides it: a return is no request that could be refused, and no rule goes on with it.
        Assert.EndsWith("refused=finding-unusable", (await clerk.SendFormAsync($"/office/cases/{id}/refusal", ("reason", Reason))).Onwards, StringComparison.Ordinal);
        Assert.EndsWith("refused=finding-unusable", (await clerk.SendFormAsync($"/office/cases/{id}/finding", ("finding", "again"))).Onwards, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.WaitingForClerk, (await ReturnAsync(town)).State);
        Assert.Contains("/sign-in", (await (await town.SignInAsync("Warden")).SendFormAsync($"/office/cases/{id}/refund", ("euros", "0"), ("reason", Reason))).Onwards, StringComparison.Ordinal);

        await clerk.ActOnAsync(id, "refund", ("euros", "0"), ("reason", Reason));
        Assert.Equal(0, DecisionFacts.Read((await town.DecisionAsync(id))!.Facts).Refund!.Cents);
        Assert.EndsWith("refused=case-moved-on", (await clerk.SendFormAsync($"/office/cases/{id}/refund", ("euros", "30"), ("reason", Reason))).Onwards, StringComparison.Ordinal);
        await town.EventuallyAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
        Assert.Equal(3000, (await StandingAsync(town, notice)).FeeCents);
    }

    [Theory]
    [InlineData("13,75", 1375L)]
    [InlineData("0", 0L)]
    [InlineData(" 7.5 ", 750L)]
    [InlineData("1,005", null)]
    [InlineData("-1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Euros_are_read_as_people_write_them(string? euros, long? cents) => Assert.Equal(cents, DecideRefund.CentsOf(euros));

    private static async Task<(Citizen Citizen, FeeNotice Notice)> HolderAsync(PermitTown town)
    {
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var notice = await town.ReadAsync(database => database.FeeNotices.AsNoTracking().SingleAsync(Cancellation));
        await Staff.UntilAsync(async () => await town.Services.GetRequiredService<Receivables>().ReadAsync(notice.ReceivableKey, Cancellation) is not null);
        return (citizen, notice);
    }

    private static Task<PermitApplication> ReturnAsync(PermitTown town) =>
        town.ReadAsync(database => database.Applications.AsNoTracking().SingleAsync(application => application.Purpose == ApplicationPurpose.Return, Cancellation));

    private static async Task<ReceivableStanding> StandingAsync(PermitTown town, FeeNotice notice) =>
        (await town.Services.GetRequiredService<Receivables>().ReadAsync(notice.ReceivableKey, Cancellation))!;
}
