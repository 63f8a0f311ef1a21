namespace Modellstadt.Parking.Changes.Renewals;

/// <summary>A renewal of all permits that are due and need no thinking, begun by a clerk and carried out permit by permit, in the order of their numbers.</summary>
internal sealed class RenewalRun
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>The clerk, one of <see cref="Kernel.Auditing.Actors"/>: decides each of the renewals.</summary>
    public required string StartedBy { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was through; null while it goes on.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The number of the last permit that was looked at; stored with what was done, so that a run that was cut off goes on behind it.</summary>
    public string LastNumber { get; set; } = "";

    /// <summary>How many permits were renewed.</summary>
    public int Renewed { get; set; }

    /// <summary>How many were left to their holders and the office: something is to be thought about.</summary>
    public int LeftOver { get; set; }
}
