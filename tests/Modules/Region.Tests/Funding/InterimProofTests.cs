using CsCheck;
using Modellstadt.Region.Funding;

namespace Modellstadt.Region.Tests.Funding;

/// <summary>Interim proofs of use: handed in one after the other, each settles the next deadline.</summary>
public sealed class InterimProofTests
{
    private static readonly DateOnly First = new(2026, 6, 30);

    [Theory]
    [InlineData(0, "2026-06-30", false)]
    [InlineData(0, "2026-07-01", true)]
    [InlineData(1, "2026-07-01", false)]
    [InlineData(1, "2027-01-01", true)]
    [InlineData(2, "2027-01-01", false)]
    [InlineData(3, "2027-01-01", false)]
    public void A_deadline_is_over_on_the_day_after_it_unless_a_proof_was_handed_in(int submitted, string today, bool over)
    {
        var proofs = InterimProof.Of(Plans.Usual with { InterimProofs = [First, new DateOnly(2026, 12, 31)] }, [.. Enumerable.Range(1, submitted).Select(number => Entry(number, First.AddDays(number)))]);
        Assert.Equal(2, proofs.Count);
        Assert.Equal(over, proofs.Any(proof => proof.IsOver(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Every_proof_settles_one_deadline_and_a_reversed_one_none() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 8], Gen.Int[0, 8]).Sample((deadlines, submitted, reversed) =>
    {
        var plan = Plans.Usual with { InterimProofs = [.. Enumerable.Range(0, deadlines).Select(number => First.AddMonths(number))] };
        var entries = Enumerable.Range(1, submitted).Select(number => Entry(number, First)).ToList();
        entries.AddRange(entries.Take(reversed).ToList().Select((entry, number) => entry with { Number = 100 + number, Key = $"reversed/{number}", Reverses = entry.Number }));
        var proofs = InterimProof.Of(plan, entries);
        Assert.Equal(plan.InterimProofs, proofs.Select(proof => proof.DueOn));
        Assert.Equal(Math.Min(deadlines, submitted - Math.Min(submitted, reversed)), proofs.Count(proof => proof.SubmittedOn is not null));
        Assert.Equal(plan.InterimProofs, GrantPlan.FromJson(plan.ToJson()).InterimProofs);
    });

    [Fact]
    public void A_plan_of_a_time_without_interim_proofs_has_none() =>
        Assert.Empty(GrantPlan.FromJson(Plans.Usual.ToJson().Replace("\"InterimProofs\":[],", "", StringComparison.Ordinal)).InterimProofs);

    private static FundingEntry Entry(int number, DateOnly day) => new()
    {
        Number = number, NoticeId = Guid.Empty, Key = $"form/{number}", Kind = FundingEntryKind.InterimProofSubmitted, BookedOn = day, Actor = "staff/1", RecordedAt = DateTimeOffset.UnixEpoch,
    };
}
