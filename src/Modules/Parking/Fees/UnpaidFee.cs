namespace Modellstadt.Parking.Fees;

/// <summary>A fee that is overdue in the town's books.</summary>
internal sealed class UnpaidFee
{
    /// <summary>The notice.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>Its permit.</summary>
    public required Guid PermitId { get; init; }

    /// <summary>Under which key the books know it.</summary>
    public required string ReceivableKey { get; init; }

    /// <summary>Last day for the payment.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>True when the permit was suspended for it.</summary>
    public bool Suspends { get; set; }
}
