using Microsoft.AspNetCore.Identity;

namespace Modellstadt.Accounts.Storage;

/// <summary>The key of a means that is a passkey: the credential record of WebAuthn Level 3, section 4, without the attestation, which nobody asks for. Deleted when the means ends.</summary>
internal sealed class CitizenPasskey
{
    /// <summary>The means.</summary>
    public required Guid MeansId { get; init; }

    public required string Ags { get; init; }

    public required Guid AccountId { get; init; }

    public required byte[] CredentialId { get; init; }

    /// <summary>COSE_Key (RFC 9052, section 7).</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>Separated by commas.</summary>
    public required string Transports { get; init; }

    public required long SignCount { get; set; }

    public required bool UserVerified { get; init; }

    public required bool BackupEligible { get; init; }

    public required bool BackedUp { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The key of a passkey that was just registered.</summary>
    public static CitizenPasskey Of(CitizenMeans means, UserPasskeyInfo made) => new()
    {
        MeansId = means.Id,
        Ags = means.Ags,
        AccountId = means.AccountId,
        CredentialId = made.CredentialId,
        PublicKey = made.PublicKey,
        Transports = string.Join(',', made.Transports ?? []),
        SignCount = made.SignCount,
        UserVerified = made.IsUserVerified,
        BackupEligible = made.IsBackupEligible,
        BackedUp = made.IsBackedUp,
        AddedAt = means.AddedAt,
    };

    /// <summary>What Identity knows about it.</summary>
    public UserPasskeyInfo ToIdentity() => new(
        CredentialId, PublicKey, AddedAt, (uint)SignCount, Transports.Split(',', StringSplitOptions.RemoveEmptyEntries),
        UserVerified, BackupEligible, BackedUp, attestationObject: [], clientDataJson: []);
}
