using Modellstadt.Payments.Reminders;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests.Reminders;

/// <summary>What towns state about reminders.</summary>
public sealed class ReminderFileTests
{
    private const string Sound = """
        { "as_of": "2026-11-26", "towns": [ { "ags": "05513000", "demo": true, "confidence": "demo", "source": "DEMO", "levels": [
          { "kind": "reminder", "days_after_due": 10, "pay_within_days": 14, "fee_cents": 0 },
          { "kind": "dunning", "days_after_due": 31, "pay_within_days": 14, "fee_cents": 500, "fee_basis": "DEMO" },
          { "kind": "enforcement", "days_after_due": 60, "pay_within_days": 0, "fee_cents": 0 } ] } ] }
        """;

    [Fact]
    public void The_shipped_levels_are_sound_and_made_up_ones_say_so()
    {
        var file = ReminderFile.Read(ProductFiles.PathOf("data"));
        Assert.NotEmpty(file.Towns);
        Assert.All(file.Towns, town => Assert.Equal(town.Demo, town.Confidence == "demo" && town.Source.StartsWith("DEMO", StringComparison.Ordinal)));
        Assert.Equal(3, file.Of("05513000", demo: true).Levels.Count);
        Assert.Empty(file.Of("05513000", demo: false).Levels);
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
        Assert.Equal(3, Read(Sound).Of("05513000", demo: true).Levels.Count);
        Assert.Contains(right, Sound, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Read(Sound.Replace(right, wrong, StringComparison.Ordinal)));
    }

    private static ReminderFile Read(string json)
    {
        var folder = Directory.CreateTempSubdirectory("reminders");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "payments"));
            File.WriteAllText(Path.Combine(folder.FullName, "payments", "reminders.json"), json);
            return ReminderFile.Read(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
