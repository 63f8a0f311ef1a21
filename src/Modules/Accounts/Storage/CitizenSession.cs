namespace Modellstadt.Accounts.Storage;

/// <summary>A browser in which a citizen has signed in; when it is over, a line in the account's history.</summary>
internal sealed class CitizenSession
{
    /// <summary>How long it lasts: as long as the cookie of the browser.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    /// <summary>Identifier: that of what led to it, so that nothing leads to two.</summary>
    public required Guid Id { get; init; }

    public required string Ags { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid MeansId { get; init; }

    /// <summary>SHA-256 of the secret of the browser.</summary>
    public required string BrowserHash { get; init; }

    /// <summary>How sure the town was.</summary>
    public required AssuranceLevel Level { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When its owner ended it, or another sign-in in the same browser took its place; null when it ran its time.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
