using CsCheck;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Funding;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Funding;

/// <summary>Whatever is granted, changed, called, received, spent and reversed, in whatever order: every sum reconciles to the cent.</summary>
public sealed class FundingProperties
{
    private static readonly Gen<GrantPlan> SomePlan =
        Gen.Select(Gen.Long[1, 1_000_000], Gen.Long[0, 1_000_000], Gen.Int[0, 100], Gen.Int[0, FundingRate.Whole], Gen.Int[0, 100], Gen.Long[0, 400_000])
            .Select((personnel, contract, eligible, rate, share, third) => Planned(personnel, contract, eligible, rate, share, third));

    private static readonly Gen<Step> Steps =
        Gen.Select(Gen.Int[0, 7], Gen.Long[1, 700_000], Gen.Int[0, 100], Gen.Int[0, 1000], SomePlan).Select((what, cents, part, which, plan) => new Step(what, cents, part, which, plan));

    [Fact]
    public void Every_plan_is_paid_for_to_the_cent_within_its_rate() => SomePlan.Sample(plan =>
    {
        Assert.Null(PlanRules.Check(plan));
        Assert.Equal(plan.CostCents, plan.GrantCents + plan.OwnShareCents + plan.ThirdPartyCents);
    });

    [Fact]
    public void Every_history_reconciles_to_the_cent() => Gen.Select(SomePlan, Steps.Array[0, 40]).Sample((first, steps) =>
    {
        var history = new PureHistory(first);
        foreach (var step in steps)
            history.Take(step);
        AssertReconciles(history.Story);
    });

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_stored_history_is_the_one_that_was_decided(DatabaseKind kind)
    {
        await using var town = await FundingTown.StartAsync(kind);
        var number = 0;
        await Gen.Select(SomePlan, Steps.Array[1, 15]).SampleAsync(
            async (first, steps) =>
            {
                var history = new PureHistory(first);
                var notice = await town.EnterAsync($"A-{++number}", first);
                foreach (var step in steps)
                    await StoreAsync(town, notice.Id, history, step, $"{number}");
                var stored = await town.StoryAsync(notice.Id);
                AssertReconciles(stored);
                Assert.Equal(Sums(history.Story), Sums(stored));
                Assert.Equal(history.Story.Entries.Count, stored.Entries.Count);
                await ProofTests.AssertSaysTheLedgerAsync(town, stored);
            },
            iter: 6, threads: 1);
    }

    /// <summary>The identities that an auditor checks.</summary>
    internal static void AssertReconciles(NoticeStory story)
    {
        var standing = story.StandingOn(Payments.Day.AddYears(1));
        var (plan, sums, settlement) = (standing.Plan, standing.Sums, standing.Settlement);
        Assert.Equal(plan.CostCents, plan.GrantCents + plan.OwnShareCents + plan.ThirdPartyCents);
        Assert.Equal(plan.CostCents, sums.SpentCents + standing.LeftCents);
        Assert.Equal(plan.CostCents, standing.Costs.Sum(cost => cost.SpentCents + cost.LeftCents));
        Assert.Equal(sums.BalanceCents, sums.GrantCents + sums.OwnShareCents + sums.ThirdPartyCents - sums.SpentCents);
        Assert.Equal(sums.SpentCents, standing.Costs.Sum(cost => cost.SpentCents));
        Assert.Equal(sums.EligibleCents, standing.Costs.Sum(cost => cost.SpentEligibleCents));
        var none = LedgerSums.Of([.. story.Entries.Where(entry => entry.Milestone is null)]);
        Assert.Equal(
            (sums.CalledCents, sums.ReceivedCents, sums.SpentCents),
            (none.CalledCents + standing.Milestones.Sum(one => one.Sums.CalledCents), none.ReceivedCents + standing.Milestones.Sum(one => one.Sums.ReceivedCents), none.SpentCents + standing.Milestones.Sum(one => one.Sums.SpentCents)));

        Assert.Equal(sums.SpentCents, settlement.GrantCents + settlement.OwnShareCents + settlement.ThirdPartyCents);
        Assert.True(settlement is { GrantCents: >= 0, OwnShareCents: >= 0, ThirdPartyCents: >= 0, RepayCents: >= 0, OutstandingCents: >= 0 });
        Assert.Equal(settlement.GrantCents, sums.GrantCents - settlement.RepayCents + settlement.OutstandingCents);
        Assert.True(settlement.GrantCents <= plan.GrantCents && (Int128)settlement.GrantCents * FundingRate.Whole <= (Int128)sums.EligibleCents * plan.RateBasisPoints);
        Assert.True(sums is { CalledCents: >= 0, GrantCents: >= 0, OwnShareCents: >= 0, ThirdPartyCents: >= 0, SpentCents: >= 0, EligibleCents: >= 0 });
        // What was reversed and what reversed it cancel each other: the entries in force alone give the same sums.
        Assert.Equal(sums, LedgerSums.Of([.. NoticeStanding.InForce(story.Entries)]));
    }

    private static LedgerSums Sums(NoticeStory story) => story.StandingOn(Payments.Day.AddYears(1)).Sums;

    private static async Task StoreAsync(FundingTown town, Guid notice, PureHistory history, Step step, string prefix)
    {
        var before = history.Story;
        history.Take(step);
        var after = history.Story;
        if (after.Entries.Count == before.Entries.Count)
            return;

        var (added, stored) = (after.Entries[^1], await town.StoryAsync(notice));
        if (added.Reverses is { } reversed)
            Assert.Null((await town.ReverseAsync(notice, stored.Entries[(int)reversed - 1].Number)).Refusal);
        else if (added.Kind is FundingEntryKind.Changed)
            Assert.Null((await town.ChangeAsync(notice, new ChangeDraft($"form/{prefix}/{added.Number}", stored.Version, added.BookedOn, "Änderungsbescheid", after.Plans[^1].Plan))).Refusal);
        else
            Assert.Null((await town.BookAsync(notice, history.Last! with { Key = $"form/{prefix}/{added.Number}", Document = history.Last!.Document is { } document ? $"{prefix}/{document}" : null })).Refusal);
    }

    /// <summary>A plan that adds up: the grant is a share of what its rate allows and of what others leave open.</summary>
    private static GrantPlan Planned(long personnel, long contract, int eligible, int rate, int share, long third)
    {
        List<PlannedCost> costs = [new(CostCategory.Personnel, personnel, personnel * eligible / 100)];
        if (contract > 0)
            costs.Add(new(CostCategory.Contract, contract, contract));
        var all = costs.Sum(cost => cost.Cents);
        third = Math.Min(third, all);
        var grant = Math.Min(new FundingRate(rate).MostOf(costs.Sum(cost => cost.EligibleCents)) * share / 100, all - third);
        return Plans.Usual with
        {
            RateBasisPoints = rate, GrantCents = grant, OwnShareCents = all - third - grant, ThirdParties = third > 0 ? [new("Stiftung DEMO", third)] : [], Costs = costs, Partners = [],
        };
    }

    private sealed record Step(int What, long Cents, int Part, int Which, GrantPlan Plan);

    /// <summary>A history that lives in memory, decided by the same rules.</summary>
    private sealed class PureHistory(GrantPlan first)
    {
        public NoticeStory Story { get; private set; } = new(
            new FundingNotice { Id = Guid.Empty, ProjectId = "a", Programme = "p", Authority = "b", Reference = "1", Recipient = "c", RecipientKind = RecipientKind.General, Demo = true, EnteredAt = DateTimeOffset.UnixEpoch },
            [new DatedPlan(1, first.From, first)], [Entry(1, FundingEntryKind.Granted)]);

        /// <summary>The payment booked last.</summary>
        public PaymentDraft? Last { get; private set; }

        private long Next => Story.Entries.Count + 1;

        public void Take(Step step)
        {
            switch (step.What)
            {
                case 0 or 1 or 2:
                    Book(Payments.Spent($"{Next}", step.Cents, $"RE-{Next}") with { EligibleCents = step.Cents * step.Part / 100, Category = step.Which % 2 == 0 ? CostCategory.Personnel : CostCategory.Other, Milestone = step.Which % 3 == 0 ? "M1" : "M2" });
                    break;
                case 3 or 4:
                    Book(Payments.Received($"{Next}", (FundingSource)(step.Which % 3), step.Cents));
                    break;
                case 5:
                    Book(Payments.Called($"{Next}", step.Cents));
                    break;
                case 6:
                    Change(step.Plan);
                    break;
                default:
                    Reverse(step.Which);
                    break;
            }
        }

        private void Book(PaymentDraft draft)
        {
            if (PaymentRules.Check(Story, draft, Payments.Day) is not null)
                return;
            Last = draft;
            Add(draft.ToEntry(Guid.Empty, "staff/1", DateTimeOffset.UnixEpoch) with { Number = Next });
        }

        private void Change(GrantPlan plan)
        {
            Story = Story with { Plans = [.. Story.Plans, new DatedPlan(Story.Version + 1, Payments.Day, plan)] };
            Add(Entry(Next, FundingEntryKind.Changed) with { BookedOn = Payments.Day });
        }

        private void Reverse(int which)
        {
            var open = NoticeStanding.InForce(Story.Entries).Where(entry => entry.Kind is not (FundingEntryKind.Granted or FundingEntryKind.Changed)).ToList();
            if (open.Count == 0)
                return;
            var wrong = open[which % open.Count];
            Add(wrong with { Number = Next, Key = $"reversed/{wrong.Number}", Cents = -wrong.Cents, EligibleCents = -wrong.EligibleCents, Reverses = wrong.Number });
        }

        private void Add(FundingEntry entry) => Story = Story with { Entries = [.. Story.Entries, entry] };

        private static FundingEntry Entry(long number, FundingEntryKind kind) =>
            new() { Number = number, NoticeId = Guid.Empty, Key = $"{number}", Kind = kind, BookedOn = Plans.Usual.From, Actor = "staff/1", RecordedAt = DateTimeOffset.UnixEpoch };
    }
}
