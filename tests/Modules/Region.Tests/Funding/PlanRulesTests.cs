using CsCheck;
using Modellstadt.Region.Funding;

namespace Modellstadt.Region.Tests.Funding;

/// <summary>Whether a financing plan can be meant so: costs and who pays agree to the cent, and the rate is never exceeded.</summary>
public sealed class PlanRulesTests
{
    [Fact]
    public void No_rate_ever_grants_more_than_its_share_and_a_cent_more_would_be_too_much() =>
        Gen.Select(Gen.Long[0, GrantPlan.LargestCents], Gen.Int[0, FundingRate.Whole]).Sample((eligible, rate) =>
        {
            var most = new FundingRate(rate).MostOf(eligible);
            Assert.True((Int128)most * FundingRate.Whole <= (Int128)eligible * rate);
            Assert.True(((Int128)most + 1) * FundingRate.Whole > (Int128)eligible * rate);
        });

    [Theory]
    [InlineData(100, 8000, 80)]
    [InlineData(101, 8000, 80)]
    [InlineData(104, 8000, 83)]
    [InlineData(1, 9000, 0)]
    [InlineData(143_300_000, 9000, 128_970_000)]
    [InlineData(40_000_000, 9000, 36_000_000)]
    public void A_broken_cent_stays_with_the_recipient(long eligible, int rate, long most) => Assert.Equal(most, new FundingRate(rate).MostOf(eligible));

    [Fact]
    public void A_plan_that_adds_up_within_its_rate_is_taken() => Assert.Null(PlanRules.Check(Plans.Usual));

    public static TheoryData<string, string> Faults => new()
    {
        { "one cent more from the recipient", "plan-does-not-add-up" },
        { "one cent more from the grant, one less from the recipient", "grant-above-rate" },
        { "period backwards", "period-backwards" },
        { "eligible above the costs", "eligible-above-sum" },
        { "partners above the costs", "partners-above-costs" },
        { "a category twice", "plan-unreadable" },
        { "a milestone twice", "plan-unreadable" },
        { "a sum beyond the limit", "plan-unreadable" },
        { "a negative sum", "plan-unreadable" },
        { "a rate above all", "plan-unreadable" },
        { "no costs", "plan-unreadable" },
        { "no source of the deadline", "plan-unreadable" },
        { "fifty-one conditions", "plan-unreadable" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void A_plan_with_one_fault_is_refused(string fault, string type)
    {
        var usual = Plans.Usual;
        var plan = fault switch
        {
            "one cent more from the recipient" => usual with { OwnShareCents = usual.OwnShareCents + 1 },
            "one cent more from the grant, one less from the recipient" => usual with { GrantCents = usual.GrantCents + 1, OwnShareCents = usual.OwnShareCents - 1 },
            "period backwards" => usual with { Until = usual.From.AddDays(-1) },
            "eligible above the costs" => usual with { Costs = [usual.Costs[0] with { EligibleCents = usual.Costs[0].Cents + 1 }, usual.Costs[1]] },
            "partners above the costs" => usual with { Partners = [new("Hochschule DEMO", usual.CostCents + 1)] },
            "a category twice" => usual with { Costs = [usual.Costs[0], usual.Costs[0]] },
            "a milestone twice" => usual with { Milestones = [usual.Milestones[0], usual.Milestones[0]] },
            "a sum beyond the limit" => usual with { GrantCents = GrantPlan.LargestCents + 1 },
            "a negative sum" => usual with { OwnShareCents = -1 },
            "a rate above all" => usual with { RateBasisPoints = FundingRate.Whole + 1 },
            "no costs" => usual with { Costs = [] },
            "no source of the deadline" => usual with { Proof = usual.Proof with { Source = "" } },
            _ => usual with { Conditions = [.. Enumerable.Repeat("Bedingung", GrantPlan.LongestList + 1)] },
        };
        Assert.Equal($"urn:modellstadt:region:{type}", PlanRules.Check(plan)?.Type);
    }

    [Fact]
    public void A_stored_plan_is_read_as_it_was() => Assert.Equal(Plans.Usual.ToJson(), GrantPlan.FromJson(Plans.Usual.ToJson()).ToJson());
}
