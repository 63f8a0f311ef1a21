using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Funding;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Funding;

/// <summary>The ledger under faults: nothing is lost, nothing is there twice, nothing is changed afterwards.</summary>
public sealed class LedgerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_database_itself_refuses_to_change_or_delete_anything(DatabaseKind kind)
    {
        await using var town = await FundingTown.StartAsync(kind);
        var notice = await town.EnterAsync();
        await town.BookAsync(notice.Id, Payments.Called("1", 1000));
        string[] attempts =
        [
            "UPDATE funding_entries SET cents = cents * 2", "DELETE FROM funding_entries", "UPDATE funding_plans SET content = '{{}}'", "DELETE FROM funding_plans",
            "UPDATE funding_notices SET recipient = 'ich'", "DELETE FROM funding_notices",
        ];
        foreach (var attempt in attempts)
            Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => town.SqlAsync(attempt))).Message, StringComparison.Ordinal);
        Assert.Equal(1000, (await town.StoryAsync(notice.Id)).StandingOn(town.Today).Sums.CalledCents);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_form_sent_again_enters_nothing_and_other_facts_under_its_key_are_refused(DatabaseKind kind)
    {
        await using var town = await FundingTown.StartAsync(kind);
        var notice = await town.EnterAsync();
        Assert.Equal(notice.Id, (await town.EnterAsync()).Id);

        var first = await town.BookAsync(notice.Id, Payments.Spent("1", 1000, "RE-1"));
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => town.BookAsync(notice.Id, Payments.Spent("1", 1000, "RE-1")), Cancellation)));
        Assert.All(again, outcome => Assert.Equal(first.Value.Number, outcome.Value.Number));
        Assert.IsType<FormUsedBefore>((await town.BookAsync(notice.Id, Payments.Spent("1", 1001, "RE-1"))).Refusal);

        Assert.Equal([1L, 2L], (await town.StoryAsync(notice.Id)).Entries.Select(entry => entry.Number));
        Assert.Equal(1000, (await town.StoryAsync(notice.Id)).StandingOn(town.Today).Sums.SpentCents);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_two_editors_at_once_one_is_told_and_the_earlier_figures_stay(DatabaseKind kind)
    {
        await using var town = await FundingTown.StartAsync(kind);
        var notice = await town.EnterAsync();
        var seen = (await town.StoryAsync(notice.Id)).Version;
        var changes = Enumerable.Range(1, 4).Select(number => new ChangeDraft($"form/change-{number}", seen, new DateOnly(2026, 6, 1), $"Änderungsbescheid {number}", Plans.Simple(500_000, 100_000 * number)));
        var outcomes = await Task.WhenAll(changes.Select(change => Task.Run(() => town.ChangeAsync(notice.Id, change), Cancellation)));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.All(outcomes.Where(outcome => outcome.Refusal is not null), outcome => Assert.IsType<NoticeChangedMeanwhile>(outcome.Refusal));
        var story = await town.StoryAsync(notice.Id);
        Assert.Equal([1, 2], story.Plans.Select(plan => plan.Version));
        Assert.Equal(Plans.Usual.GrantCents, story.On(new DateOnly(2026, 5, 31)).GrantCents);
        Assert.Equal(500_000, story.On(new DateOnly(2026, 6, 1)).CostCents);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_change_counts_from_its_day_and_never_from_before_the_last_one(DatabaseKind kind)
    {
        await using var town = await FundingTown.StartAsync(kind);
        var notice = await town.EnterAsync();
        var change = new ChangeDraft("form/change", 1, new DateOnly(2026, 6, 1), "Änderungsbescheid 1", Plans.Simple(500_000, 400_000));
        Assert.Null((await town.ChangeAsync(notice.Id, change)).Refusal);
        Assert.Null((await town.ChangeAsync(notice.Id, change)).Refusal);

        Assert.IsType<ChangeBeforeLast>((await town.ChangeAsync(notice.Id, change with { Key = "form/other", Seen = 2, EffectiveOn = new DateOnly(2026, 5, 31) })).Refusal);
        Assert.IsType<ChangeNeedsReason>((await town.ChangeAsync(notice.Id, change with { Key = "form/other", Seen = 2, Reason = "" })).Refusal);
        Assert.IsType<GrantAboveRate>((await town.ChangeAsync(notice.Id, change with { Key = "form/other", Seen = 2, Plan = Plans.Simple(500_000, 400_001) })).Refusal);
        Assert.Equal(2, (await town.StoryAsync(notice.Id)).Version);
    }

    /// <summary>The second of two writes fails, as when the process is killed between them.</summary>
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_end_between_two_writes_loses_nothing_and_doubles_nothing(DatabaseKind kind)
    {
        await using var town = await FundingTown.StartAsync(kind);
        var notice = await town.EnterAsync();
        await BreakSecondWriteAsync(town, kind);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => town.BookAsync(notice.Id, Payments.Spent("1", 1000, "RE-1")));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => town.EnterAsync("34.01-2"));
        Assert.Single((await town.StoryAsync(notice.Id)).Entries);
        Assert.Equal(1, await town.ReadAsync(database => database.FundingNotices.CountAsync(Cancellation)));
        Assert.Equal(1, await town.ReadAsync(database => database.Audit.CountAsync(entry => entry.Action.StartsWith("funding-"), Cancellation)));

        await town.SqlAsync(kind is DatabaseKind.Sqlite ? "DROP TRIGGER killed" : "DROP TRIGGER killed ON funding_journal");
        await town.BookAsync(notice.Id, Payments.Spent("1", 1000, "RE-1"));
        await town.BookAsync(notice.Id, Payments.Spent("1", 1000, "RE-1"));
        await town.EnterAsync("34.01-2");
        Assert.Equal([1L, 2L, 3L], await town.ReadAsync(database => database.FundingEntries.OrderBy(entry => entry.Number).Select(entry => entry.Number).ToListAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_entry_is_reversed_once_and_a_reversal_or_a_notice_never(DatabaseKind kind)
    {
        await using var town = await FundingTown.StartAsync(kind);
        var notice = await town.EnterAsync();
        var spent = (await town.BookAsync(notice.Id, Payments.Spent("1", 1000, "RE-1"))).Value;
        var reversal = (await town.ReverseAsync(notice.Id, spent.Number)).Value;

        Assert.Equal(reversal.Number, (await town.ReverseAsync(notice.Id, spent.Number)).Value.Number);
        Assert.IsType<EntryStays>((await town.ReverseAsync(notice.Id, reversal.Number)).Refusal);
        Assert.IsType<EntryStays>((await town.ReverseAsync(notice.Id, 1)).Refusal);
        Assert.IsType<NoSuchEntry>((await town.ReverseAsync(notice.Id, 99)).Refusal);
        Assert.Equal((0L, 0L), ((await town.StoryAsync(notice.Id)).StandingOn(town.Today).Sums.SpentCents, (await town.StoryAsync(notice.Id)).StandingOn(town.Today).Sums.EligibleCents));
        // What was reversed may be booked once more.
        Assert.Null((await town.BookAsync(notice.Id, Payments.Spent("2", 1000, "RE-1"))).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_invoice_is_charged_once_over_all_notices_unless_its_parts_fit_into_it(DatabaseKind kind)
    {
        await using var town = await FundingTown.StartAsync(kind);
        var (one, other) = (await town.EnterAsync(), await town.EnterAsync("34.01-2", project: "smart-school"));
        await town.BookAsync(one.Id, Payments.Spent("1", 60_000, "RE-47/11"));
        Assert.IsType<InvoiceFundedTwice>((await town.BookAsync(other.Id, Payments.Spent("2", 60_000, "re 4711") with { Party = "MUSTER  GMBH" })).Refusal);
        Assert.Single((await town.StoryAsync(other.Id)).Entries);
        Assert.Null((await town.BookAsync(other.Id, Payments.Spent("2", 60_000, "RE-47/12"))).Refusal);

        await town.BookAsync(one.Id, Payments.Spent("3", 60_000, "RE-5") with { DocumentCents = 100_000 });
        Assert.IsType<InvoiceFundedTwice>((await town.BookAsync(other.Id, Payments.Spent("4", 40_001, "RE-5") with { DocumentCents = 100_000 })).Refusal);
        var racing = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => town.BookAsync(other.Id, Payments.Spent($"race-{number}", 40_000, "RE-5") with { DocumentCents = 100_000 }), Cancellation)));
        Assert.Single(racing, outcome => outcome.Refusal is null);
    }

    public static TheoryData<string, Type> Wrong => new()
    {
        { "nothing", typeof(AmountOutOfRange) },
        { "below nothing", typeof(AmountOutOfRange) },
        { "beyond all limits", typeof(AmountOutOfRange) },
        { "eligible above it", typeof(EligibleAboveSum) },
        { "an invoice smaller than its part", typeof(AmountOutOfRange) },
        { "no milestone", typeof(PaymentIncomplete) },
        { "an unknown milestone", typeof(NoSuchMilestone) },
        { "no category", typeof(PaymentIncomplete) },
        { "an unknown partner", typeof(NoSuchPartner) },
        { "no invoice", typeof(InvoiceMissing) },
        { "tomorrow", typeof(DayInFuture) },
        { "a notice by the back door", typeof(PaymentIncomplete) },
        { "called beyond the grant", typeof(BeyondGrant) },
        { "received beyond the grant", typeof(BeyondGrant) },
        { "a third party without a name", typeof(PaymentIncomplete) },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_payment_with_one_fault_is_refused_and_leaves_the_ledger_as_it_was(string fault, Type refusal)
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        var notice = await town.EnterAsync();
        var good = Payments.Spent("1", 1000, "RE-1") with { Partner = "Hochschule DEMO" };
        var wrong = fault switch
        {
            "nothing" => good with { Cents = 0, EligibleCents = 0 },
            "below nothing" => good with { Cents = -1, EligibleCents = 0 },
            "beyond all limits" => good with { Cents = GrantPlan.LargestCents + 1 },
            "eligible above it" => good with { EligibleCents = 1001 },
            "an invoice smaller than its part" => good with { DocumentCents = 999 },
            "no milestone" => good with { Milestone = null },
            "an unknown milestone" => good with { Milestone = "M9" },
            "no category" => good with { Category = null },
            "an unknown partner" => good with { Partner = "Niemand" },
            "no invoice" => good with { Document = null },
            "tomorrow" => good with { BookedOn = town.Today.AddDays(1) },
            "a notice by the back door" => good with { Kind = FundingEntryKind.Granted },
            "called beyond the grant" => Payments.Called("1", Plans.Usual.GrantCents + 1),
            "received beyond the grant" => Payments.Received("1", FundingSource.Grant, Plans.Usual.GrantCents + 1),
            _ => Payments.Received("1", FundingSource.ThirdParty, 1) with { Party = null },
        };

        Assert.IsType(refusal, (await town.BookAsync(notice.Id, wrong)).Refusal);
        Assert.Single((await town.StoryAsync(notice.Id)).Entries);
        Assert.Null((await town.BookAsync(notice.Id, good)).Refusal);
        Assert.Null((await town.BookAsync(notice.Id, Payments.Called("2", Plans.Usual.GrantCents))).Refusal);
        Assert.Null((await town.BookAsync(notice.Id, Payments.Received("3", FundingSource.Grant, Plans.Usual.GrantCents))).Refusal);
    }

    [Fact]
    public async Task A_notice_is_entered_once_for_a_known_programme_and_a_readable_project()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        await town.EnterAsync();
        Assert.IsType<NoticeKnown>(await RefusalAsync(FundingTown.Draft() with { Key = "form/other" }));
        Assert.IsType<FormUsedBefore>(await RefusalAsync(FundingTown.Draft("34.01-2") with { Key = FundingTown.Draft().Key }));
        Assert.IsType<NoSuchProgramme>(await RefusalAsync(FundingTown.Draft("34.01-2", programme: "unbekannt")));
        Assert.IsType<ProjectNameUnreadable>(await RefusalAsync(FundingTown.Draft("34.01-2", project: "../x")));
        Assert.IsType<PlanUnreadable>(await RefusalAsync(FundingTown.Draft("34.01-2") with { Recipient = "" }));
        Assert.Null(await RefusalAsync(FundingTown.Draft("34.01-2")));

        async Task<Refusal?> RefusalAsync(NoticeDraft draft) =>
            (await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<EnterNotice>(town.Services).ExecuteAsync(draft, "staff/1", Cancellation)).Refusal;
    }

    private static async Task BreakSecondWriteAsync(FundingTown town, DatabaseKind kind)
    {
        if (kind is DatabaseKind.Sqlite)
        {
            await town.SqlAsync("CREATE TRIGGER killed BEFORE UPDATE ON funding_journal WHEN NEW.last <> OLD.last BEGIN SELECT RAISE(ABORT, 'killed'); END");
            return;
        }

        await town.SqlAsync("CREATE FUNCTION end_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$");
        await town.SqlAsync("CREATE TRIGGER killed BEFORE UPDATE ON funding_journal FOR EACH ROW WHEN (NEW.last <> OLD.last) EXECUTE FUNCTION end_here()");
    }
}
