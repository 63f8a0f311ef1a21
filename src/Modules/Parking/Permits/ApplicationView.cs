using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Permits;

/// <summary>What a citizen sees of an application.</summary>
internal enum ApplicationFace
{
    /// <summary>The wallet is asked: QR code and link.</summary>
    Asked,

    /// <summary>A register does not answer; it goes on by itself.</summary>
    Waiting,

    /// <summary>A register does not answer, and a provisional permit waits to be fetched by the wallet.</summary>
    ProvisionallyGranted,

    /// <summary>A register does not answer, and the provisional permit is in the wallet.</summary>
    ProvisionallyReceived,

    /// <summary>Zone, vehicles and fee, to be confirmed.</summary>
    Proposed,

    /// <summary>No rule decides it; a clerk does.</summary>
    WithOffice,

    /// <summary>The office has a question to the citizen.</summary>
    AskedByOffice,

    /// <summary>The permit is granted and waits to be fetched by the wallet.</summary>
    Offered,

    /// <summary>The permit is in the wallet.</summary>
    Received,

    /// <summary>The permit was granted, but is over or revoked.</summary>
    Over,

    /// <summary>No permit, and why.</summary>
    Refused,

    /// <summary>The citizen has taken it back.</summary>
    Withdrawn,
}

/// <summary>An application as its page shows it.</summary>
/// <param name="Face">Which of the faces.</param>
/// <param name="Application">The stored application.</param>
internal sealed record ApplicationView(ApplicationFace Face, PermitApplication Application)
{
    /// <summary>What the town offers; only with <see cref="ApplicationFace.Proposed"/>.</summary>
    public PermitProposal? Proposal { get; init; }

    /// <summary>The granted permit; the provisional one of an application that is not decided yet.</summary>
    public Permit? Permit { get; init; }

    /// <summary>The offer that was opened just now; null when the one shown before is still good.</summary>
    public CredentialOffer? Offer { get; init; }

    /// <summary>True while the applicant may state what a silent register does not say.</summary>
    public bool MayState { get; init; }

    /// <summary>True while a provisional permit lies before a clerk.</summary>
    public bool HasStated { get; init; }

    /// <summary>Why not, or why the last choice did not do.</summary>
    public Refusal? Refusal { get; init; }
}
