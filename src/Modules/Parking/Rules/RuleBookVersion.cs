namespace Modellstadt.Parking.Rules;

/// <summary>One version of the town's rule book: a draft until somebody else puts it in force; from then on nothing changes it any more.</summary>
internal sealed class RuleBookVersion
{
    private const char Separator = ' ';

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>Counted from 1; the shipped facts are version 0.</summary>
    public required int Number { get; init; }

    /// <summary>The book (<see cref="RuleBook"/>, JSON).</summary>
    public required string Content { get; set; }

    /// <summary>The beginning of the SHA-256 of the content.</summary>
    public required string Checksum { get; set; }

    /// <summary>The version it was made from.</summary>
    public required int BasedOn { get; init; }

    /// <summary>Who began it, as the audit trail names them.</summary>
    public required string Author { get; init; }

    /// <summary>Everybody who had a hand in its content, separated by blanks: none of them can put it in force.</summary>
    public required string Editors { get; set; }

    /// <summary>Why it was made.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>First day of its force; null while it is a draft.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Who put it in force; null while it is a draft.</summary>
    public string? AdoptedBy { get; set; }

    /// <summary>When it was put in force; null while it is a draft.</summary>
    public DateTimeOffset? AdoptedAt { get; set; }

    /// <summary>Grows with each change: of two clerks with one draft the second one sees that it changed.</summary>
    public int Revision { get; set; }

    /// <summary>True until it is put in force.</summary>
    public bool IsDraft => ValidFrom is null;

    /// <summary>Names this version in the history of a decision.</summary>
    public string Label => $"book {Number}/{Checksum}";

    /// <summary>Each of them.</summary>
    public IReadOnlyList<string> EachEditor => Editors.Split(Separator);

    /// <summary>True for whoever had a hand in its content.</summary>
    public bool WasEditedBy(string actor) => EachEditor.Contains(actor);

    /// <summary>Puts other content in the place of the draft's.</summary>
    public void Change(string content, string editor)
    {
        (Content, Checksum) = (content, RuleBook.ChecksumOf(content));
        Editors = WasEditedBy(editor) ? Editors : Editors + Separator + editor;
        Revision++;
    }
}
