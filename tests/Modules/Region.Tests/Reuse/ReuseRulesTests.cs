using Modellstadt.Region.Reuse;

namespace Modellstadt.Region.Tests.Reuse;

/// <summary>What a town may say of a take-over.</summary>
public sealed class ReuseRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    private static readonly ReuseRecord First = new()
    {
        Project = "zeonline", Giver = ReuseTowns.AachenAgs, Taker = ReuseTowns.SoestAgs, TakerName = "Soest", By = ReuseTowns.SoestAgs, Number = 1, Step = ReuseStep.Interest,
        Since = new(2026, 1, 15), Demo = true, At = DateTimeOffset.FromUnixTimeSeconds(1_768_000_000),
    };

    public static TheoryData<string, string?> Said => new()
    {
        { "honest", null },
        { "skips rungs", null },
        { "leaves with a reason", null },
        { "figures with methods", null },
        { "falls back", "step-not-possible" },
        { "contributes before it runs", "step-not-possible" },
        { "tomorrow", "since-not-possible" },
        { "before the former step", "since-not-possible" },
        { "leaves without a word", "leaving-needs-reason" },
        { "giver states effort", "figures-are-the-takers" },
        { "giver states savings", "figures-are-the-takers" },
        { "giver states whom to call", "figures-are-the-takers" },
        { "days below nothing", "record-unusable" },
        { "cents below nothing", "record-unusable" },
        { "method too short", "record-unusable" },
        { "two lines", "record-unusable" },
        { "pictograph", "record-unusable" },
    };

    [Theory, MemberData(nameof(Said))]
    public void A_step_is_said_or_refused_with_its_reason(string what, string? refusal)
    {
        var basis = what is "falls back" ? First with { Step = ReuseStep.Pilot } : First;
        var record = basis with { Number = 2, Follows = basis.Id, Step = ReuseStep.Talks, Since = new(2026, 3, 1) };
        record = what switch
        {
            "skips rungs" => record with { Step = ReuseStep.Operation },
            "leaves with a reason" => record with { Step = ReuseStep.Left, Reason = "Das Land stellt ein eigenes Verfahren." },
            "figures with methods" => record with { Effort = new(12, "Zeiterfassung der IT."), Saving = new(1_234_50, "Zwei Lizenzen weniger.") },
            "contributes before it runs" => record with { Step = ReuseStep.Contributing },
            "tomorrow" => record with { Since = Today.AddDays(1) },
            "before the former step" => record with { Since = new(2026, 1, 14) },
            "leaves without a word" => record with { Step = ReuseStep.Left },
            "giver states effort" => record with { By = First.Giver, Effort = new(12, "Zeiterfassung der IT.") },
            "giver states savings" => record with { By = First.Giver, Saving = new(1, "Zwei Lizenzen weniger.") },
            "giver states whom to call" => record with { By = First.Giver, ContactRole = "Projektleitung" },
            "days below nothing" => record with { Effort = new(-1, "Zeiterfassung der IT.") },
            "cents below nothing" => record with { Saving = new(-1, "Zwei Lizenzen weniger.") },
            "method too short" => record with { Effort = new(1, "ja") },
            "two lines" => record with { Version = "2\n3" },
            "pictograph" => record with { Version = "2 \U0001F600" },
            _ => record,
        };

        Assert.Equal(refusal is null ? null : $"urn:modellstadt:region:{refusal}", ReuseRules.Refuse(record, basis, Today)?.Type);
    }

    [Fact]
    public void What_is_stored_is_read_back_and_every_change_makes_another_record()
    {
        var full = First with { Follows = "x", Version = "2", Effort = new(3, "Zeiterfassung."), Saving = new(4, "Zwei Lizenzen."), ContactRole = "Projektleitung", Reason = "Weil es so ist." };

        Assert.Equal(full, ReuseRecord.Read(full.Write()));
        Assert.Equal(ReuseRecord.Members, full.ToJson().Select(member => member.Key));
        Assert.Equal(ReuseRecord.Members.Order(StringComparer.Ordinal), ReuseRecord.Members);
        ReuseRecord[] others =
        [
            full with { Version = "3" }, full with { Step = ReuseStep.Talks }, full with { Effort = new(4, "Zeiterfassung.") }, full with { Saving = null },
            full with { Since = full.Since.AddDays(1) }, full with { Taker = "05513000" }, full with { Demo = false },
        ];
        Assert.Equal(8, others.Append(full).Select(record => record.Id).Distinct().Count());
    }

    [Fact]
    public void Everybody_reckons_the_same_digest_for_no_sign_of_a_line_is_escaped_but_quotes()
    {
        var signs = Enumerable.Range(1, 0xFFFF).Select(code => (char)code).Where(sign => ReuseRules.IsLine(sign.ToString(), 1) && sign is not '"' and not '\\').ToArray();

        Assert.True(signs.Length > 40_000);
        Assert.DoesNotContain("\\u", (First with { Version = new string(signs) }).Write(), StringComparison.Ordinal);
        Assert.All(signs.Chunk(5_000).Select(some => First with { Version = new string(some) }), record => Assert.Equal(record, ReuseRecord.Read(record.Write())));
    }

    [Fact]
    public void What_the_other_side_only_claims_counts_for_nothing_and_binds_nobody()
    {
        var claim = First with { By = First.Giver, Step = ReuseStep.Operation };
        var story = ReuseStory.Of("zeonline", First.Giver, First.Taker, [new(claim, new HashSet<string> { First.Giver })]);

        Assert.Null(story.Step);
        Assert.Null(story.BasisOf(First.Taker));
        Assert.Equal(claim, story.BasisOf(First.Giver)!.Record);
        Assert.Equal(claim, story.ConfirmableBy(First.Taker)!.Record);
        Assert.Null(story.ConfirmableBy(First.Giver));
        var signed = ReuseStory.Of("zeonline", First.Giver, First.Taker, [new(claim, new HashSet<string> { First.Giver, First.Taker })]);
        Assert.Equal(ReuseStep.Operation, signed.Step);
        Assert.Null(signed.ConfirmableBy(First.Taker));
    }

    [Fact]
    public void A_taker_that_leaves_is_held_by_nobody()
    {
        var running = First with { Step = ReuseStep.Operation };
        var left = running with { Number = 2, Step = ReuseStep.Left, Reason = "Zu teuer im Betrieb." };
        SignedRecord both = new(running, new HashSet<string> { First.Giver, First.Taker });

        Assert.Equal(ReuseStep.Left, ReuseStory.Of("zeonline", First.Giver, First.Taker, [both, new(left, new HashSet<string> { First.Taker })]).Step);
        Assert.Equal(ReuseStep.Operation, ReuseStory.Of("zeonline", First.Giver, First.Taker, [both, new(left with { By = First.Giver }, new HashSet<string> { First.Giver })]).Step);
    }
}
