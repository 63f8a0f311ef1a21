namespace Modellstadt.Parking.Changes.Cards;

/// <summary>A permit whose cards in wallets say what is no longer so, and are not revoked yet.</summary>
internal sealed class OutdatedCard
{
    /// <summary>The permit.</summary>
    public required Guid PermitId { get; init; }

    /// <summary>When it was changed.</summary>
    public required DateTimeOffset Since { get; init; }
}
