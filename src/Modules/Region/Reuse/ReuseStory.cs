namespace Modellstadt.Region.Reuse;

/// <summary>A record with the towns that have signed it.</summary>
/// <param name="Record">The record; who said it has signed it.</param>
/// <param name="Signers">Gemeindeschlüssel of the towns.</param>
internal sealed record SignedRecord(ReuseRecord Record, IReadOnlySet<string> Signers)
{
    /// <summary>True when giver and taker have both signed it.</summary>
    public bool IsConfirmed => Signers.Contains(Record.Giver) && Signers.Contains(Record.Taker);

    /// <summary>True when it counts: both have signed, or the taker says that it has left, in which nobody can hold it.</summary>
    public bool Counts => IsConfirmed || (Record.Step is ReuseStep.Left && Record.By == Record.Taker);
}

/// <summary>A take-over of a project by a town, with everything that both sides have said of it.</summary>
/// <param name="Project">Name of the project in addresses.</param>
/// <param name="Giver">The town that leads it.</param>
/// <param name="Taker">The town that takes it over.</param>
/// <param name="Records">All records, oldest first.</param>
internal sealed record ReuseStory(string Project, string Giver, string Taker, IReadOnlyList<SignedRecord> Records)
{
    /// <summary>The taker as people say it.</summary>
    public string TakerName => Records is [] ? Taker : Records[^1].Record.TakerName;

    /// <summary>What was said last, by whichever side.</summary>
    public SignedRecord? Newest => Records is [] ? null : Records[^1];

    /// <summary>What counts today; null when nothing does.</summary>
    public SignedRecord? Counted => Records.LastOrDefault(record => record.Counts);

    /// <summary>What was declared after that and waits for the other side; null when nothing does.</summary>
    public SignedRecord? Pending => Newest is { Counts: false } newest ? newest : null;

    /// <summary>The step that counts; null when none does.</summary>
    public ReuseStep? Step => Counted?.Record.Step;

    /// <summary>The newest confirmed figures on effort; null when there are none.</summary>
    public ReuseEffort? Effort => Records.LastOrDefault(record => record is { IsConfirmed: true, Record.Effort: not null })?.Record.Effort;

    /// <summary>The newest confirmed figures on savings; null when there are none.</summary>
    public ReuseSaving? Saving => Records.LastOrDefault(record => record is { IsConfirmed: true, Record.Saving: not null })?.Record.Saving;

    /// <summary>Whom to call at the taker, by role; null when it has not said.</summary>
    public string? ContactRole => Records.LastOrDefault(record => record.Record.ContactRole is not null)?.Record.ContactRole;

    /// <summary>What a town builds on when it says something new: what counts, or what it said itself after that. What the other side only claims binds nobody.</summary>
    /// <param name="speaker">The town that speaks.</param>
    public SignedRecord? BasisOf(string speaker) => Records.LastOrDefault(record => record.Counts || record.Record.By == speaker);

    /// <summary>The record that this town may countersign now: the other side's newest, when nothing newer counts; null when there is none.</summary>
    /// <param name="town">The town that would sign.</param>
    public SignedRecord? ConfirmableBy(string town) =>
        Records.LastOrDefault(record => record.Counts || record.Record.By != town) is { Counts: false } record && !record.Signers.Contains(town) ? record : null;

    /// <summary>Puts records into their order.</summary>
    public static ReuseStory Of(string project, string giver, string taker, IEnumerable<SignedRecord> records) =>
        new(project, giver, taker, [.. records.OrderBy(record => record.Record.Number).ThenBy(record => record.Record.At).ThenBy(record => record.Record.Id, StringComparer.Ordinal)]);
}
