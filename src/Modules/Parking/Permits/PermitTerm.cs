namespace Modellstadt.Parking.Permits;

/// <summary>Days for which a permit was paid. The first term begins with the permit, or with the day on which a provisional one was confirmed; each renewal adds one; together they have no gap.</summary>
internal sealed class PermitTerm
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The permit.</summary>
    public required Guid PermitId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>What it cost, euro cents.</summary>
    public required long AmountCents { get; init; }

    /// <summary>The notice that says so.</summary>
    public required Guid FeeNoticeId { get; init; }
}
