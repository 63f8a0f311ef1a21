using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Registers;

/// <summary>The module's words in English.</summary>
internal sealed class EnglishRegistersTexts : RegistersTexts
{
    public override RefusalText DemoPersonUnknown => new(
        "Person unknown", "Nobody in the DEMO resident register has that key.", "The keys stand in the list of DEMO persons; a town without DEMO has none.");

    public override RefusalText DemoChangeImpossible => new(
        "That cannot happen to this person", "The change does not fit what the DEMO register knows about the person.",
        "Check street and house number, the plate or the new name; who has died changes nothing any more.");

    public override string Explain(ExportProblemKind kind) => kind switch
    {
        ExportProblemKind.TooLarge => "The file is larger than the setting allows.",
        ExportProblemKind.TooManyRows => "The file has more rows than the setting allows.",
        ExportProblemKind.WrongChecksum => "The content does not fit the checksum: the file is still being written, or cut off.",
        ExportProblemKind.NotUtf8 => "The file is not written in UTF-8.",
        ExportProblemKind.NotCsv => "The row is no CSV: a quote is not closed, or a field is too long.",
        ExportProblemKind.ColumnMissing => "This column is missing from the first row.",
        ExportProblemKind.ColumnUnknown => "The first row names a column that we do not need. Please leave it out.",
        ExportProblemKind.WrongFieldCount => "The row has another number of fields than the first one.",
        ExportProblemKind.Empty => "This field must not be empty.",
        ExportProblemKind.WrongForm => "This field has not the form that the manual names.",
        ExportProblemKind.Contradiction => "The same person or plate stands in the file already, with other facts.",
        ExportProblemKind.NoRows => "The file has no entries.",
        _ => "So many entries of the last file are gone or end that the export is probably cut off. If it is right, the setting MostGonePercent allows it.",
    };
}
