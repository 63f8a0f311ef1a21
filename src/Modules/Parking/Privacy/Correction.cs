namespace Modellstadt.Parking.Privacy;

/// <summary>What a person says is wrong in the town's records about them (Art. 16 GDPR), and what a clerk answered.</summary>
internal sealed class Correction
{
    /// <summary>Longest words of the person and of the clerk, characters.</summary>
    public const int LongestWords = 2000;

    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>The resident register's key of the person.</summary>
    public required string ResidentId { get; init; }

    /// <summary>What is wrong, in the person's words.</summary>
    public required string Words { get; init; }

    /// <summary>When they said so.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>What became of it, in the clerk's words; null while nobody has answered.</summary>
    public string? Answer { get; set; }

    /// <summary>When it was answered; of two clerks at once, one finds it answered.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Who answered.</summary>
    public string? AnsweredBy { get; set; }
}
