namespace Modellstadt.Kernel.Privacy;

/// <summary>Configuration section <c>Retention</c>: a town's own periods.</summary>
public sealed class RetentionOptions
{
    /// <summary>Days by the name of a <see cref="RetentionRule"/>; a kind that is not named keeps the product's days. 0 deletes at the next round.</summary>
    public Dictionary<string, int> Days { get; init; } = [];

    /// <summary>The days that count for a rule here.</summary>
    /// <exception cref="InvalidOperationException">The town wrote a negative number.</exception>
    public int DaysOf(RetentionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var days = Days.GetValueOrDefault(rule.Name, rule.Days);
        return days >= 0 ? days : throw new InvalidOperationException($"Retention:Days:{rule.Name} is {days}; it takes a number of days from 0.");
    }
}
