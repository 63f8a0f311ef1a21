using System.Globalization;

namespace Modellstadt.Bench;

/// <summary>One measured figure beside what this run's hardware would allow at most.</summary>
/// <param name="Name">What was measured, for example <c>issuance</c>.</param>
/// <param name="Value">The measured value.</param>
/// <param name="Unit">Its unit, for example <c>1/s</c>.</param>
/// <param name="Limit">The limit, measured in the same run; null when there is none.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Limit = null)
{
    /// <summary>What the figure is made of, or why it is so, in words; empty when it speaks for itself.</summary>
    public string Note { get; init; } = "";

    private string[] Measured => [Name, Number(Value), Unit, Limit is { } limit ? Number(limit) : "–", Limit is { } of ? Number(Value / of) : "–"];

    /// <summary><c>name  value  unit  limit-of-this-run  ratio</c> and perhaps a note, separated by tabs.</summary>
    public override string ToString() => string.Join('\t', Note.Length == 0 ? Measured : [.. Measured, Note]);

    /// <summary>A row of the table in RESULTS.md: the same, and the target.</summary>
    public string ToRow()
    {
        var target = Target.Of.GetValueOrDefault(Name);
        var (promise, verdict) = target is null ? ("", "") : ($"{target}", target.IsMetBy(this) ? "met" : "**missed**");
        return $"| {string.Join(" | ", [.. Measured, promise, string.Join(": ", new[] { verdict, Note }.Where(words => words.Length > 0))])} |";
    }

    private static string Number(double value) => value.ToString(value switch { >= 100 => "0", >= 10 => "0.0", 0 => "0", _ => "0.000" }, CultureInfo.InvariantCulture);
}
