namespace Modellstadt.Testing;

/// <summary>A clock that a test sets.</summary>
public sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    /// <summary>The present.</summary>
    public DateTimeOffset Now { get; set; } = now;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now;
}
