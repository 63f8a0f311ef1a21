namespace Modellstadt.Accounts.Clients;

/// <summary>A program of somebody else that may ask this town: a handyparken provider, a fine system, another town. Of its secret only a hash rests here.</summary>
internal sealed class ApiClient
{
    /// <summary>Its <c>client_id</c>.</summary>
    public required Guid Id { get; init; }

    public required string Ags { get; init; }

    /// <summary>Who runs it.</summary>
    public required string Name { get; init; }

    /// <summary>What for it may ask, in the town's words; shown to clerks beside what it asks.</summary>
    public required string Purpose { get; init; }

    /// <summary>Names of scopes, separated by blanks, in order.</summary>
    public required string Scopes { get; init; }

    /// <summary>SHA-256 of the secret, hexadecimal.</summary>
    public required string SecretHash { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it may no longer ask; null while it may.</summary>
    public DateTimeOffset? LockedAt { get; set; }
}
