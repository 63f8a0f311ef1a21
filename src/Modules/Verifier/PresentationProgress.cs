namespace Modellstadt.Verifier;

/// <summary>How far a presentation is.</summary>
/// <param name="State">The state.</param>
/// <param name="Continue">Path of the portal with the <c>response_code</c>, once the wallet has answered; null before, and after it was used.</param>
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
