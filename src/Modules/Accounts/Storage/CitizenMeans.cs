namespace Modellstadt.Accounts.Storage;

/// <summary>Something by which a citizen signs in. When it ends, the account stays.</summary>
internal sealed class CitizenMeans
{
    public required Guid Id { get; init; }

    public required string Ags { get; init; }

    public required Guid AccountId { get; init; }

    public required MeansKind Kind { get; init; }

    /// <summary>How its owner calls it; empty for the citizen ID, of which there is one.</summary>
    public required string Name { get; init; }

    /// <summary>The most that a sign-in with it can reach.</summary>
    public required AssuranceLevel Level { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Since when nobody can sign in with it; null while one can.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
