using Modellstadt.Payments.Reminders;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests.Reminders;

/// <summary>What towns state about reminders.</summary>
public sealed class ReminderFileTests
{
    private const string Sound = """
        { "as_of": "2026-11-26", "towns": [ { "ags": "05513000", "confidence": "demo", "source": "DEMO", "levels": [
          { "kind": "reminder", "days_after_due": 10, "pay_within_days": 14, "fee_cents": 0 },
          { "kind": "dunning", "days_after_due": 31, "pay_within_days": 14, "fee_cents": 500, "fee_basis": "DEMO" },
          { "kind": "enforcement", "days_after_due": 60, "pay_within_days": 0, "fee_cents": 0 } ] } ] }
        """;

    [Fact]
    public void The_shipped_levels_are_made_up_and_count_in_demonstrations_only()
    {
        Assert.Equal(3, ReminderFile.LevelsOf(ProductFiles.PathOf("data"), "05513000", demo: true).Levels.Count);
        Assert.Empty(ReminderFile.LevelsOf(ProductFiles.PathOf("data"), "05513000", demo: false).Levels);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_treasury_has_confirmed_stands_in_the_place_of_what_is_made_up(bool demo)
    {
        using var facts = new Facts(Sound, Sound.Replace("\"days_after_due\": 10", "\"days_after_due\": 9", StringComparison.Ordinal));
        Assert.Equal(10, ReminderFile.LevelsOf(facts.Directory, "05513000", demo).Levels[0].DaysAfterDue);
        Assert.Empty(ReminderFile.LevelsOf(facts.Directory, "05334002", demo).Levels);
    }

    [Theory]
    [InlineData("\"days_after_due\": 31", "\"days_after_due\": 10")]
    [InlineData("\"days_after_due\": 10, \"pay_within_days\": 14", "\"days_after_due\": 10, \"pay_within_days\": 21")]
    [InlineData("\"fee_basis\": \"DEMO\"", "\"fee_basis\": \"\"")]
    [InlineData("\"fee_cents\": 500", "\"fee_cents\": -1")]
    [InlineData("\"kind\": \"reminder\"", "\"kind\": \"enforcement\"")]
    [InlineData("\"pay_within_days\": 0, \"fee_cents\": 0", "\"pay_within_days\": 0, \"fee_cents\": 1, \"fee_basis\": \"DEMO\"")]
    public void Levels_that_cannot_be_meant_are_refused(string right, string wrong)
    {
        Assert.Equal(3, Read(Sound).Levels.Count);
        Assert.Contains(right, Sound, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Read(Sound.Replace(right, wrong, StringComparison.Ordinal)));
    }

    private static TownLevels Read(string json)
    {
        using var facts = new Facts(json, json);
        return ReminderFile.LevelsOf(facts.Directory, "05513000", demo: false);
    }

    /// <summary>A folder with the levels that treasuries have confirmed, and those that are made up.</summary>
    private sealed class Facts : IDisposable
    {
        public Facts(string confirmed, string madeUp)
        {
            System.IO.Directory.CreateDirectory(Path.Combine(Directory, "payments", "overlays"));
            File.WriteAllText(Path.Combine(Directory, "payments", "reminders.json"), confirmed);
            File.WriteAllText(Path.Combine(Directory, "payments", "overlays", "reminders.demo.json"), madeUp);
        }

        public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("reminders").FullName;

        public void Dispose() => TestFolder.Remove(Directory);
    }
}
