namespace Modellstadt.Kernel.Auditing;

/// <summary>Who did what to which thing, and when. Written in the same transaction as the deed; never changed. Holds no more about a person than the reference in <see cref="Subject"/>.</summary>
public sealed class AuditEntry
{
    /// <summary>Random identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it, one of <see cref="Actors"/>.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, as a verb phrase in kebab case: <c>permit-revoked</c>.</summary>
    public required string Action { get; init; }

    /// <summary>To what: <c>permit/…</c>, <c>application/…</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Facts and rule versions behind it, JSON or a sentence; null when the action says it all.</summary>
    public string? Detail { get; init; }
}
