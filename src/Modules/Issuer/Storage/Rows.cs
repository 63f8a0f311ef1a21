using Modellstadt.Issuer.Tokens;

namespace Modellstadt.Issuer.Storage;

/// <summary>An access token: its hash, what it is for, and how many batches it has fetched.</summary>
internal sealed class AccessTokenRow
{
    public required string TokenHash { get; init; }

    public required Guid OfferId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public int Batches { get; init; }

    /// <summary>How it was got.</summary>
    public GrantTraits Traits { get; init; }

    /// <summary>The DPoP key that it is bound to; null for a bearer token.</summary>
    public string? KeyThumbprint { get; init; }

    /// <summary>The client that it was given to; null when it came without a name.</summary>
    public string? ClientId { get; init; }
}

/// <summary>A nonce that was used, remembered until it expires.</summary>
internal sealed class UsedNonceRow
{
    public required string Id { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A status list; the version grows with every change of a status.</summary>
internal sealed class StatusListRow
{
    public required int Number { get; init; }

    public required string IssuerSlug { get; init; }

    public int Version { get; init; }

    /// <summary>Bits for each entry.</summary>
    public required int Bits { get; init; }
}

/// <summary>A subject whose credentials are suspended; until it is lifted none is issued to it.</summary>
internal sealed class SuspensionRow
{
    public required string Subject { get; init; }

    public required DateTimeOffset Since { get; init; }
}

/// <summary>A taken entry of a status list: a copy in a wallet, or a decoy without offer, subject and key.</summary>
internal sealed class CopyRow
{
    public required int List { get; init; }

    public required int Position { get; init; }

    public Guid? OfferId { get; init; }

    public string? Subject { get; init; }

    /// <summary>Which batch of its offer it belongs to; null for a decoy, and for copies that were made before batches were counted.</summary>
    public int? Batch { get; init; }

    /// <summary>The holder's key: both coordinates, base64url, with a dot between.</summary>
    public string? HolderKey { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public DateTimeOffset? SuspendedAt { get; init; }

    /// <summary>True for an mdoc.</summary>
    public bool Mdoc { get; init; }

    /// <summary>The generation of its offer when it was issued; 0 for copies of before this was counted.</summary>
    public int Generation { get; init; }
}

/// <summary>Keys that wait for their copies: the hash of the transaction id by which a wallet asks for them.</summary>
internal sealed class DeferralRow
{
    public required string TransactionHash { get; init; }

    public required Guid OfferId { get; init; }

    /// <summary>The proved keys, each as in <see cref="CopyRow.HolderKey"/>, with spaces between.</summary>
    public required string HolderKeys { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the copies were fetched for the first time.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>True when the keys wait for mdocs.</summary>
    public bool Mdoc { get; init; }
}

/// <summary>A batch that was sent: the hash of its notification id, and what its wallet said of it last.</summary>
internal sealed class IssuanceRow
{
    public required string NotificationHash { get; init; }

    public required Guid OfferId { get; init; }

    public required int Batch { get; init; }

    /// <summary>The event, as it is called on the wire.</summary>
    public string? Event { get; init; }

    public string? EventDescription { get; init; }

    public DateTimeOffset? NotifiedAt { get; init; }
}
