using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.CitizenId;

/// <summary>What a citizen sees of a request.</summary>
internal enum IdentificationFace
{
    /// <summary>The wallet is asked: QR code and link.</summary>
    Asked,

    /// <summary>The register does not answer; it goes on by itself.</summary>
    Looking,

    /// <summary>The citizen ID waits to be fetched: QR code and link.</summary>
    Offered,

    /// <summary>The citizen ID is in the wallet.</summary>
    Redeemed,

    /// <summary>No citizen ID, and why.</summary>
    Refused,
}

/// <summary>A request as its page shows it.</summary>
/// <param name="Face">Which of the faces.</param>
/// <param name="Request">The stored request.</param>
/// <param name="Offer">The offer that was opened just now; null when the one shown before is still good.</param>
/// <param name="Refusal">Why not; only with <see cref="IdentificationFace.Refused"/>.</param>
internal sealed record IdentificationView(IdentificationFace Face, IdentificationRequest Request, CredentialOffer? Offer = null, StoredRefusal? Refusal = null);
