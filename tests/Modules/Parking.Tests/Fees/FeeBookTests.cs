using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Tests.Changes;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Payments;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Fees;

/// <summary>From the decision to the town's books and back: what is paid, what is overdue, what goes back.</summary>
public sealed class FeeBookTests
{
    private const int SuspendAfterDays = 14;

    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_granted_permit_is_owed_in_the_books_until_the_bank_statement_settles_it(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (citizen, notice) = await GrantAsync(town);
        Assert.Contains("data-standing=\"Open\"", (await NoticeAsync(citizen)).Html, StringComparison.Ordinal);

        await BookAsync(town, "1", 0, notice.AmountCents / 2, notice);
        var part = await NoticeAsync(citizen);
        Assert.All(["data-standing=\"PartPaid\"", "GiroCode", "15,00 €"], words => Assert.Contains(words, part.Html, StringComparison.Ordinal));

        await BookAsync(town, "2", notice.AmountCents / 2, notice.AmountCents / 2, notice);
        var paid = await NoticeAsync(citizen);
        Assert.Contains("data-standing=\"Paid\"", paid.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", paid.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_credit_of_a_paid_fee_goes_back_and_the_person_names_an_account_when_several_paid(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (citizen, notice) = await GrantAsync(town);
        await BookAsync(town, "1", 0, notice.AmountCents - 1, notice);
        await BookAsync(town, "2", notice.AmountCents - 1, 1, notice, "AT611904300234573201");
        Assert.Null((await town.Services.GetRequiredService<Receivables>().CreditAsync("return/1", notice.ReceivableKey, 1200, "Rückgabe", Cancellation)).Refusal);
        var page = await NoticeAsync(citizen);
        Assert.All(["data-standing=\"Overpaid\"", "12,00 € gehen an Sie zurück", "name=\"iban\""], words => Assert.Contains(words, page.Html, StringComparison.Ordinal));

        var address = $"{citizen.PagePath}/fee-notice/refund-account";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await citizen.Browser.SendFormAsync(address, ("iban", "DE03120300000000202051"), ("holder", "Erika"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await citizen.Browser.SendForeignFormAsync(address, ("iban", "DE75512108001245126199"), ("holder", "Erika"))).Status);
        var stranger = town.NewBrowser();
        await stranger.OpenAsync("/permit");
        Assert.NotEqual(HttpStatusCode.SeeOther, (await stranger.SendFormAsync(address, ("iban", "AT611904300234573201"), ("holder", "Räuber"))).Status);
        Assert.True((await StandingAsync(town, notice)).NeedsIban);
        await NoticeAsync(citizen);
        Assert.Equal(HttpStatusCode.SeeOther, (await citizen.Browser.SendFormAsync(address, ("iban", "DE75 5121 0800 1245 1261 99"), ("holder", "Erika"))).Status);
        Assert.False((await StandingAsync(town, notice)).NeedsIban);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refund_goes_to_the_account_that_the_holder_names_and_a_mistyped_one_returns_nothing(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (citizen, notice) = await GrantAsync(town);
        // Two payers: without an account from the holder the refund would wait.
        await BookAsync(town, "1", 0, notice.AmountCents - 1, notice);
        await BookAsync(town, "2", notice.AmountCents - 1, 1, notice, "AT611904300234573201");
        var mine = await citizen.OpenMineAsync();
        Assert.All(["data-standing=\"Paid\"", "Bezahlt. Es ist nichts mehr zu zahlen.", $"{citizen.PagePath}/decision"], words => Assert.Contains(words, mine.Html, StringComparison.Ordinal));

        // One sign differs from the account below: the check digits no longer fit.
        var refused = await citizen.SendReturnAsync(mine, "DE75 5121 0800 1245 1261 98");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (refused.Status, refused.Html.Contains("refund-account-unreadable", StringComparison.Ordinal)));
        Assert.Equal((PermitState.Active, 0), ((await town.PermitOfAsync(citizen)).State, (await StandingAsync(town, notice)).RefundableCents));

        await citizen.OpenMineAsync();
        await citizen.SendReturnAsync(mine, "DE75 5121 0800 1245 1261 99");
        Assert.Equal(PermitState.Returned, (await town.PermitOfAsync(citizen)).State);
        await Staff.UntilAsync(async () => (await StandingAsync(town, notice)).RefundableCents == 2500);
        Assert.False((await StandingAsync(town, notice)).NeedsIban);
        Assert.Contains("25,00 € gehen an Sie zurück", (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_unpaid_permit_is_suspended_and_resumed_where_the_rule_says_so(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        StateRule(town, SuspendAfterDays);
        var (citizen, notice) = await GrantAsync(town);
        var permit = await town.PermitOfAsync(citizen);
        await LetPassAsync(town, notice.DueOn.AddDays(SuspendAfterDays));
        Assert.Equal("valid", await StateOfAsync(town, permit));

        await LetPassAsync(town, notice.DueOn.AddDays(SuspendAfterDays + 1));
        Assert.Contains("data-standing=\"Overdue\"", (await NoticeAsync(citizen)).Html, StringComparison.Ordinal);
        Assert.Equal(PermitState.Suspended, (await town.PermitOfAsync(citizen)).State);
        Assert.Equal("not-valid", await StateOfAsync(town, permit));

        await BookAsync(town, "1", 0, notice.AmountCents, notice);
        await Staff.UntilAsync(async () => (await town.PermitOfAsync(citizen)).State is PermitState.Active && await StateOfAsync(town, permit) == "valid");
        Assert.Equal(["permit-suspended", "permit-taken-up"], (await town.HistoryOfAsync(citizen.Application)).Where(action => action is "permit-suspended" or "permit-taken-up"));
        Assert.Empty(await town.ReadAsync(database => database.UnpaidFees.ToListAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Each_rest_for_an_unpaid_fee_and_its_end_is_a_decision_with_facts_basis_and_remedy(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        StateRule(town, SuspendAfterDays);
        var (citizen, notice) = await GrantAsync(town);
        await LetPassAsync(town, notice.DueOn.AddDays(SuspendAfterDays + 1));
        await SuspendAsync(town);

        var suspension = Assert.Single(await RestsAsync(town));
        Assert.Equal((ApplicationPurpose.Suspension, Actors.Program, "§ 1 Satzung", notice.PermitId), (suspension.Purpose, suspension.DecidedBy, suspension.LegalBasis, suspension.PermitId!.Value));
        Assert.Equal(town.Services.GetRequiredService<TownRules>().Today.Version, suspension.RuleVersion);
        var unpaid = DecisionFacts.Read(suspension.Facts).Unpaid!;
        Assert.Equal((notice.Reference, notice.DueOn, notice.AmountCents, SuspendAfterDays), (unpaid.Reference, unpaid.DueOn, unpaid.OpenCents, unpaid.AfterDays));
        var letter = await (await town.SignInAsync("Clerk")).OpenAsync($"/permit/applications/{suspension.ApplicationId}/decision");
        Assert.All(["ruht, weil seine Gebühr nicht bezahlt ist", "§ 1 Satzung", "Klage beim", notice.AddresseeName, "30,00"], words => Assert.Contains(words, letter.Html, StringComparison.Ordinal));

        await BookAsync(town, "1", 0, notice.AmountCents, notice);
        await Staff.UntilAsync(async () => (await town.PermitOfAsync(citizen)).State is PermitState.Active);
        var both = await RestsAsync(town);
        Assert.Equal([ApplicationPurpose.Suspension, ApplicationPurpose.TakingUp], both.Select(decision => decision.Purpose).Order());
        Assert.Equal(0, DecisionFacts.Read(both.Single(decision => decision.Purpose is ApplicationPurpose.TakingUp).Facts).Unpaid!.OpenCents);
        // The grant, the rest and its end go on paper.
        var clerk = await town.SignInAsync("Clerk");
        await Staff.UntilAsync(async () => (await clerk.OpenAsync("/office/print-queue")).Html.Contains("3 Briefe warten.", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_an_older_version_suspended_without_a_decision_counts_again_when_the_fee_is_paid(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        StateRule(town, SuspendAfterDays);
        var (citizen, notice) = await GrantAsync(town);
        await LetPassAsync(town, notice.DueOn.AddDays(SuspendAfterDays + 1));
        await using (var database = await town.OpenDatabaseAsync())
            Assert.Equal(1, await database.Decisions.Where(decision => decision.Purpose == ApplicationPurpose.Suspension).ExecuteDeleteAsync(Cancellation));

        await BookAsync(town, "1", 0, notice.AmountCents, notice);
        await Staff.UntilAsync(async () => (await town.PermitOfAsync(citizen)).State is PermitState.Active && await StateOfAsync(town, await town.PermitOfAsync(citizen)) == "valid");
        Assert.Empty(await RestsAsync(town));
        Assert.Contains("permit-taken-up", await town.HistoryOfAsync(citizen.Application));
        Assert.Empty(await town.ReadAsync(database => database.UnpaidFees.ToListAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_rest_by_a_clerk_and_its_end_are_decisions_with_the_reason_and_outlast_the_payment(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        StateRule(town, SuspendAfterDays);
        var (citizen, notice) = await GrantAsync(town);
        await LetPassAsync(town, notice.DueOn.AddDays(SuspendAfterDays + 1));
        var permit = await town.PermitOfAsync(citizen);
        var clerk = await town.SignInAsync("Clerk");
        foreach (var (wish, reason) in new[] { ("take-up", "Die Überweisung ist unterwegs."), ("suspend", "Das Fahrzeug ist zu klären.") })
        {
            await clerk.OpenAsync($"/office/permits/{permit.Id}");
            await clerk.SendFormAsync($"/office/permits/{permit.Id}/suspension", ("wish", wish), ("reason", reason));
            town.Time.Now += TimeSpan.FromMinutes(1);
        }

        var rests = (await RestsAsync(town)).OrderBy(decision => decision.DecidedAt).ToArray();
        Assert.Equal([ApplicationPurpose.Suspension, ApplicationPurpose.TakingUp, ApplicationPurpose.Suspension], rests.Select(decision => decision.Purpose));
        Assert.All(rests[1..], decision => Assert.Equal((true, null), (decision.DecidedBy.StartsWith("staff/", StringComparison.Ordinal), decision.LegalBasis)));
        var letter = await clerk.OpenAsync($"/permit/applications/{rests[^1].ApplicationId}/decision");
        Assert.All(["Das Fahrzeug ist zu klären.", "Klage beim", notice.AddresseeName], words => Assert.Contains(words, letter.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("nicht bezahlt", letter.Html, StringComparison.Ordinal);

        await BookAsync(town, "1", 0, notice.AmountCents, notice);
        await Staff.UntilAsync(() => town.ReadAsync(async database => !await database.UnpaidFees.AnyAsync(Cancellation)));
        Assert.Equal(PermitState.Suspended, (await town.PermitOfAsync(citizen)).State);
    }

    [Fact]
    public async Task A_permit_that_a_clerk_suspended_is_not_taken_up_when_the_fee_is_paid()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        StateRule(town, SuspendAfterDays);
        var (citizen, notice) = await GrantAsync(town);
        await using (var scope = town.Services.CreateAsyncScope())
        {
            var permit = await town.PermitOfAsync(citizen);
            Assert.Null((await scope.ServiceProvider.GetRequiredService<SuspendPermit>().ExecuteAsync(permit.Id, suspends: true, "zu klären", Guid.Empty, Cancellation)).Refusal);
        }

        await LetPassAsync(town, notice.DueOn.AddDays(SuspendAfterDays + 1));
        await BookAsync(town, "1", 0, notice.AmountCents, notice);
        await Staff.UntilAsync(() => town.ReadAsync(async database => !await database.UnpaidFees.AnyAsync(Cancellation)));
        Assert.Equal(PermitState.Suspended, (await town.PermitOfAsync(citizen)).State);
    }

    [Fact]
    public async Task Without_a_rule_nobody_is_suspended_however_long_nothing_is_paid()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        StateRule(town, days: null);
        var (citizen, notice) = await GrantAsync(town);
        await LetPassAsync(town, notice.DueOn.AddDays(200));
        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
    }

    [Fact]
    public async Task Without_a_basis_the_program_suspends_nobody_by_itself()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        StateRule(town, SuspendAfterDays);
        var (citizen, notice) = await GrantAsync(town);
        StateRule(town, SuspendAfterDays, number: 2, automationBasis: "");
        await LetPassAsync(town, notice.DueOn.AddDays(200));
        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);

        StateRule(town, SuspendAfterDays, number: 3);
        await SuspendAsync(town);
        Assert.Equal(PermitState.Suspended, (await town.PermitOfAsync(citizen)).State);
    }

    [Fact]
    public async Task A_payment_in_the_last_moment_keeps_the_permit_although_its_news_are_under_way()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        StateRule(town, SuspendAfterDays);
        var (citizen, notice) = await GrantAsync(town);
        await LetPassAsync(town, notice.DueOn.AddDays(SuspendAfterDays));
        await BookAsync(town, "1", 0, notice.AmountCents, notice);
        await using (var database = await town.OpenDatabaseAsync())
        {
            // As if the news of the payment had not arrived.
            if (!await database.UnpaidFees.AnyAsync(Cancellation))
                database.UnpaidFees.Add(new UnpaidFee { NoticeId = notice.Id, PermitId = notice.PermitId, ReceivableKey = notice.ReceivableKey, DueOn = notice.DueOn });
            await database.SaveChangesAsync(Cancellation);
        }

        town.Time.Now += TimeSpan.FromDays(1);
        await SuspendAsync(town);
        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
    }

    private static Task<List<Decision>> RestsAsync(PermitTown town) => town.ReadAsync(database => database.Decisions.AsNoTracking()
        .Where(decision => decision.Purpose == ApplicationPurpose.Suspension || decision.Purpose == ApplicationPurpose.TakingUp).ToListAsync(Cancellation));

    private static async Task<(Citizen Citizen, FeeNotice Notice)> GrantAsync(PermitTown town)
    {
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var notice = await town.ReadAsync(database => database.FeeNotices.AsNoTracking().SingleAsync(notice => notice.ApplicationId == citizen.Application, Cancellation));
        await Staff.UntilAsync(async () => await town.Services.GetRequiredService<Receivables>().ReadAsync(notice.ReceivableKey, Cancellation) is not null);
        return (citizen, notice);
    }

    /// <summary>What a warden sees; signed in anew, since days have passed.</summary>
    private static async Task<string> StateOfAsync(PermitTown town, Permit permit) => await (await town.SignInAsync("Warden")).StateOfAsync(permit.EachPlate[0]);

    private static Task<Page> NoticeAsync(Citizen citizen) => citizen.Browser.OpenAsync($"{citizen.PagePath}/fee-notice");

    private static async Task<ReceivableStanding> StandingAsync(PermitTown town, FeeNotice notice) =>
        (await town.Services.GetRequiredService<Receivables>().ReadAsync(notice.ReceivableKey, Cancellation))!;

    private static void StateRule(PermitTown town, int? days, int number = 1, string automationBasis = "§ 1 Satzung")
    {
        var rules = town.Services.GetRequiredService<TownRules>();
        var facts = rules.Today;
        var stated = facts.Town.Rules with { SuspendUnpaidAfterDays = new Sourced<int?>(days, "demo", "test"), AutomationBasis = new Sourced<string?>(automationBasis, "demo", "test") };
        rules.Add([new BookInForce(number, DateOnly.MinValue.AddDays(number), facts with { Town = facts.Town with { Rules = stated } })]);
    }

    /// <summary>Lets days pass; the rounds of both modules look once, and what is overdue has been heard.</summary>
    private static async Task LetPassAsync(PermitTown town, DateOnly day)
    {
        town.Time.Now = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero);
        await town.Services.GetServices<IHostedService>().OfType<RoundService>().Single(round => round.GetType().Name == "TellOverdue").RunRoundAsync(Cancellation);
        await Staff.UntilAsync(() => town.ReadAsync(database => database.UnpaidFees.AnyAsync(Cancellation)));
        await SuspendAsync(town);
    }

    private static Task SuspendAsync(PermitTown town) => town.Services.GetServices<IHostedService>().OfType<SuspendUnpaidRounds>().Single().RunRoundAsync(Cancellation);

    /// <summary>A clerk books a statement with one payment.</summary>
    private static async Task BookAsync(PermitTown town, string name, long opening, long cents, FeeNotice notice, string payer = "DE75512108001245126199")
    {
        var clerk = await town.SignInAsync("Clerk");
        await clerk.OpenAsync("/office/payments");
        var file =
            $"""
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-24T06:00:00</CreDtTm></GrpHdr>
            <Stmt><Id>{name}</Id><Acct><Id><IBAN>{notice.PayeeIban}</IBAN></Id></Acct>{Balance("OPBD", opening)}{Balance("CLBD", opening + cents)}
            <Ntry><Amt Ccy="EUR">{Euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-24</Dt></BookgDt><NtryDtls><TxDtls>
            <RltdPties><Dbtr><Pty><Nm>Erika</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>{payer}</IBAN></Id></DbtrAcct></RltdPties>
            <RmtInf><Strd><CdtrRefInf><Ref>{CreditorReference.Of(notice.Reference)}</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>
            """;
        Assert.Equal(HttpStatusCode.SeeOther, (await clerk.UploadAsync("/office/payments/statements", "statement", file)).Status);
    }

    private static string Balance(string code, long cents) =>
        $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{Euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-24</Dt></Dt></Bal>";

    private static string Euros(long cents) => (cents / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
