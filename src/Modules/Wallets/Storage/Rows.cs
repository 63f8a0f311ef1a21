using Modellstadt.Wallets.Notices;

namespace Modellstadt.Wallets.Storage;

/// <summary>A wallet: one installation of the app.</summary>
internal sealed class WalletRow
{
    public required Guid Id { get; init; }

    /// <summary>Its key (RFC 7638).</summary>
    public required string Thumbprint { get; init; }

    /// <summary>What the emergency code leads to, base64url: a hash of what follows from the code. Opens nothing.</summary>
    public required string EmergencyHash { get; init; }

    /// <summary>SHA-256 of the locator of its list, base64url.</summary>
    public required string LocatorHash { get; init; }

    /// <summary>The last day on which it called.</summary>
    public required DateOnly SeenOn { get; init; }

    /// <summary>When it was locked, for good; null while it may do everything.</summary>
    public DateTimeOffset? LockedAt { get; init; }
}

/// <summary>A wallet's list, sealed on the phone.</summary>
internal sealed class ListRow
{
    public required Guid WalletId { get; init; }

    /// <summary>Grows with every change, from 1 on.</summary>
    public required int Version { get; init; }

    public required byte[] Sealed { get; init; }
}

/// <summary>A proof that was shown, remembered until its own time refuses it.</summary>
internal sealed class UsedProofRow
{
    public required string Id { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Something that a wallet has of an issuer of this town.</summary>
internal sealed class HoldingRow
{
    public required Guid WalletId { get; init; }

    /// <summary>Of the notification id of its batch.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The last day on which it counts; null when the wallet does not say.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The last day of which the wallet was reminded beforehand.</summary>
    public DateOnly? RenewalTold { get; init; }

    /// <summary>The last day after which the wallet was told that it is over.</summary>
    public DateOnly? ExpiryTold { get; init; }
}

/// <summary>That something happened which a wallet should look at.</summary>
internal sealed class NoticeRow
{
    public required Guid Id { get; init; }

    public required Guid WalletId { get; init; }

    public required NoticeKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A mailbox between two phones; both of its secrets as hashes.</summary>
internal sealed class RelayRow
{
    public required string MailboxHash { get; init; }

    public required string ReaderHash { get; init; }

    /// <summary>The message; null until it is there.</summary>
    public byte[]? Sealed { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Where the browser of a wallet takes pushes.</summary>
internal sealed class SubscriptionRow
{
    public required Guid WalletId { get; init; }

    public required string Endpoint { get; init; }

    /// <summary><c>p256dh</c>, base64url.</summary>
    public required string PublicKey { get; init; }

    /// <summary><c>auth</c>, base64url.</summary>
    public required string Secret { get; init; }
}

/// <summary>That a wallet is to be woken.</summary>
internal sealed class PushRow
{
    public required Guid WalletId { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required int Attempts { get; init; }

    /// <summary>True when the phone should wake up even to save power.</summary>
    public required bool Urgent { get; init; }
}
