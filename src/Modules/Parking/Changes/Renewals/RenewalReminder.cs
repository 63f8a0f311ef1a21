using System.Security.Cryptography;
using System.Text;

namespace Modellstadt.Parking.Changes.Renewals;

/// <summary>That a holder was reminded of the end of a permit: once for each permit and end. Its link renews that one permit for that one end.</summary>
internal sealed class RenewalReminder
{
    /// <summary>The permit.</summary>
    public required Guid PermitId { get; init; }

    /// <summary>The end of which it reminds; the link holds until then, and no longer when the permit has another end.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>SHA-256 of the link's secret: what is stored here opens nothing.</summary>
    public required string LinkHash { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The renewal that the link led to; null while it was not used. A second use at the same time fails.</summary>
    public Guid? ApplicationId { get; set; }

    /// <summary>SHA-256 of a secret, 64 hexadecimal digits.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
