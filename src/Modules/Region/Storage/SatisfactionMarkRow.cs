namespace Modellstadt.Region.Storage;

/// <summary>A case that has answered; not what.</summary>
internal sealed class SatisfactionMarkRow
{
    /// <summary>Follows from the service and the case, 64 hexadecimal digits.</summary>
    public required string Mark { get; init; }

    /// <summary>First day of the month in which it answered.</summary>
    public required DateOnly Month { get; init; }
}
