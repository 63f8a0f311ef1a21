using System.Text.Json.Serialization;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Messages;

/// <summary>A letter as structure: <see cref="LetterView"/> shows it as HTML (the original), <see cref="LetterPdf"/> as paper.</summary>
public sealed record Letter
{
    /// <summary>Who writes.</summary>
    public required LetterSender Sender { get; init; }

    /// <summary>Whom it is for; null on a slip, which shows no name.</summary>
    public required PostalAddress? Addressee { get; init; }

    /// <summary>The day on which it was written, in the town.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What to name when answering: <c>GE-2026-000123</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>The language that it is written in.</summary>
    public required Language Language { get; init; }

    /// <summary>The subject line.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, in order.</summary>
    public required IReadOnlyList<LetterBlock> Blocks { get; init; }

    /// <summary>How it stands on paper.</summary>
    public LetterForm Form { get; init; }

    /// <summary>True when it is about made-up data: every page then says DEMO.</summary>
    public bool Demo { get; init; }
}

/// <summary>How a letter stands on paper (A4, upright).</summary>
public enum LetterForm
{
    /// <summary>A letter for a window envelope (DIN 5008, form B), as many pages as it needs.</summary>
    Letter,

    /// <summary>One page without an address, title in large type: to be laid behind a windscreen or handed over at the counter.</summary>
    Slip,
}

/// <summary>The office that writes a letter.</summary>
/// <param name="Address">Its name and address; stands in the window above the addressee.</param>
/// <param name="Contact">How to reach it: telephone, e-mail, room; may be empty.</param>
public sealed record LetterSender(PostalAddress Address, IReadOnlyList<LetterRow> Contact);

/// <summary>A postal address in Germany.</summary>
/// <param name="Name">Person or office.</param>
/// <param name="Street">Street and house number; empty when not known.</param>
/// <param name="PostalCode">Postal code; empty when not known.</param>
/// <param name="Place">Town.</param>
public sealed record PostalAddress(string Name, string Street, string PostalCode, string Place)
{
    /// <summary>The address in lines, as it stands on an envelope.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Lines => [.. new[] { Name, Street, $"{PostalCode} {Place}".Trim() }.Where(line => line.Length > 0)];
}

/// <summary>A label with its value.</summary>
public sealed record LetterRow(string Label, string Value);

/// <summary>A part of a letter; one of the kinds in this file.</summary>
[JsonDerivedType(typeof(LetterParagraph), "paragraph")]
[JsonDerivedType(typeof(LetterHeading), "heading")]
[JsonDerivedType(typeof(LetterTable), "table")]
[JsonDerivedType(typeof(LetterFigures), "figures")]
[JsonDerivedType(typeof(LetterList), "list")]
[JsonDerivedType(typeof(LetterQrCode), "qr-code")]
[JsonDerivedType(typeof(LetterRemedy), "remedy")]
public abstract record LetterBlock;

/// <summary>Plain sentences.</summary>
/// <param name="Text">The sentences; without line breaks.</param>
public sealed record LetterParagraph(string Text) : LetterBlock;

/// <summary>A heading below the title.</summary>
public sealed record LetterHeading(string Text) : LetterBlock;

/// <summary>Labels and values below each other.</summary>
public sealed record LetterTable(IReadOnlyList<LetterRow> Rows) : LetterBlock;

/// <summary>A table of figures, set to the right below their headings.</summary>
/// <param name="Columns">The headings: of the labels first, then of up to four columns of figures.</param>
/// <param name="Rows">The rows.</param>
public sealed record LetterFigures(IReadOnlyList<string> Columns, IReadOnlyList<LetterFigureRow> Rows) : LetterBlock;

/// <summary>A row of figures.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Figures">A figure for each column.</param>
/// <param name="IsSum">True for a row that adds up others: it stands out.</param>
public sealed record LetterFigureRow(string Label, IReadOnlyList<string> Figures, bool IsSum = false);

/// <summary>A list with bullets.</summary>
public sealed record LetterList(IReadOnlyList<string> Items) : LetterBlock;

/// <summary>A QR code (ISO/IEC 18004, error correction M).</summary>
/// <param name="Content">What it carries; at most 2,000 characters.</param>
/// <param name="Label">What it is for; stands below it and is read to those who cannot see it.</param>
/// <param name="Millimetres">Length of its side on paper, quiet zone included; 20 to 160.</param>
public sealed record LetterQrCode(string Content, string Label, int Millimetres) : LetterBlock;

/// <summary>What somebody can do who does not agree (Rechtsbehelfsbelehrung).</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Paragraphs">Its sentences.</param>
public sealed record LetterRemedy(string Heading, IReadOnlyList<string> Paragraphs) : LetterBlock;
