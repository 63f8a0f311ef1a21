namespace Modellstadt.Region.Reuse;

/// <summary>What a clerk wants to say of a take-over.</summary>
/// <param name="Key">The form it comes from: sent twice, it counts once.</param>
/// <param name="Shown">The newest record that the clerk had before them; null when there was none.</param>
/// <param name="Step">The step.</param>
/// <param name="Since">Since when.</param>
internal sealed record ReuseDraft(string Key, string? Shown, ReuseStep Step, DateOnly Since)
{
    /// <summary>The version that was taken over.</summary>
    public string? Version { get; init; }

    public ReuseEffort? Effort { get; init; }

    public ReuseSaving? Saving { get; init; }

    /// <summary>Whom to call at the taker, by role.</summary>
    public string? ContactRole { get; init; }

    /// <summary>Why the taker leaves.</summary>
    public string? Reason { get; init; }
}
