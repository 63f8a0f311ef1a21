namespace Modellstadt.Verifier;

/// <summary>How far a presentation is.</summary>
/// <param name="State">The state.</param>
/// <param name="Continue">
/// Path of the portal with the <c>response_code</c>, once the wallet on another device has answered; null before, after it was
/// used, and always where the wallet is on the same device, since it brings the code itself.
/// </param>
public sealed record PresentationProgress(PresentationState State, string? Continue);

/// <summary>The states that a browser is told.</summary>
public enum PresentationState
{
    /// <summary>No wallet has answered yet.</summary>
    Waiting,

    /// <summary>The answer is there and holds.</summary>
    Received,

    /// <summary>The wallet said no, or the answer does not hold; redeeming tells which.</summary>
    Refused,

    /// <summary>Nobody answered in time.</summary>
    Expired,
}
