namespace Modellstadt.Accounts.Storage;

/// <summary>A one-time link with which a member of staff registers a first passkey. Only a hash of its secret rests here.</summary>
internal sealed class Enrolment
{
    /// <summary>SHA-256 of the secret, hexadecimal.</summary>
    public required string SecretHash { get; init; }

    public required string Ags { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}
