using Microsoft.AspNetCore.Identity;

namespace Modellstadt.Accounts.Storage;

/// <summary>A passkey of a member of staff: the credential record of WebAuthn Level 3, section 4, without the attestation, which nobody asks for.</summary>
internal sealed class StaffPasskey
{
    /// <summary>For forms; another value than the credential id, which the authenticator chose.</summary>
    public required Guid Id { get; init; }

    public required string Ags { get; init; }

    public required Guid StaffId { get; init; }

    public required byte[] CredentialId { get; init; }

    /// <summary>How its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>COSE_Key (RFC 9052, section 7).</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>Separated by commas.</summary>
    public required string Transports { get; init; }

    public required long SignCount { get; set; }

    public required bool UserVerified { get; init; }

    public required bool BackupEligible { get; init; }

    public required bool BackedUp { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>A passkey that was just registered.</summary>
    public static StaffPasskey Of(StaffAccount owner, UserPasskeyInfo made, Guid id, string name, DateTimeOffset now) => new()
    {
        Id = id,
        Ags = owner.Ags,
        StaffId = owner.Id,
        CredentialId = made.CredentialId,
        Name = name,
        PublicKey = made.PublicKey,
        Transports = string.Join(',', made.Transports ?? []),
        SignCount = made.SignCount,
        UserVerified = made.IsUserVerified,
        BackupEligible = made.IsBackupEligible,
        BackedUp = made.IsBackedUp,
        AddedAt = now,
    };

    /// <summary>What Identity knows about it.</summary>
    public UserPasskeyInfo ToIdentity() => new(
        CredentialId, PublicKey, AddedAt, (uint)SignCount, Transports.Split(',', StringSplitOptions.RemoveEmptyEntries),
        UserVerified, BackupEligible, BackedUp, attestationObject: [], clientDataJson: []) { Name = Name };
}
