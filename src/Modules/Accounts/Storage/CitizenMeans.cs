namespace Modellstadt.Accounts.Storage;

/// <summary>Something by which a citizen signs in. When it ends, the account stays.</summary>
internal sealed class CitizenMeans
{
    public required Guid Id { get; init; }

    public required string Ags { get; init; }

    public required Guid AccountId { get; init; }

    public required MeansKind Kind { get; init; }

    /// <summary>How its owner calls it; of another town's citizen ID that town's name; empty for this town's citizen ID, of which there is one.</summary>
    public required string Name { get; init; }

    /// <summary>Of another town's citizen ID: that town's key (AGS); else empty.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>By what <see cref="Issuer"/> knows the person; else empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The most that a sign-in with it can reach.</summary>
    public required AssuranceLevel Level { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Since when nobody can sign in with it; null while one can.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
