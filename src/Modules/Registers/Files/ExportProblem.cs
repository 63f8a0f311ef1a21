using System.Text.Json.Serialization;

namespace Modellstadt.Registers;

/// <summary>Why a file of the supplier was not taken over. Says where and what, never what stood there: that may be about a person.</summary>
/// <param name="Row">Row of the file, from 1; 0 for the file as a whole.</param>
/// <param name="Column">Name of the column; empty for the row or the file as a whole.</param>
/// <param name="Kind">What is wrong.</param>
internal sealed record ExportProblem(int Row, string Column, ExportProblemKind Kind);

/// <summary>What can be wrong with a file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExportProblemKind>))]
internal enum ExportProblemKind
{
    /// <summary>The file is larger than the setting allows.</summary>
    TooLarge,

    /// <summary>More rows than the setting allows.</summary>
    TooManyRows,

    /// <summary>The content does not fit the checksum: still being written, or cut off.</summary>
    WrongChecksum,

    /// <summary>Not UTF-8.</summary>
    NotUtf8,

    /// <summary>A quote is not closed, a field is too long, or a row has too many fields.</summary>
    NotCsv,

    /// <summary>A column is missing from the first row.</summary>
    ColumnMissing,

    /// <summary>A column that nobody asked for: we take no more than we need.</summary>
    ColumnUnknown,

    /// <summary>Another number of fields than columns.</summary>
    WrongFieldCount,

    /// <summary>Nothing stands there and something must.</summary>
    Empty,

    /// <summary>What stands there has not the form that the manual names.</summary>
    WrongForm,

    /// <summary>The person or the plate stands there twice, with something else.</summary>
    Contradiction,

    /// <summary>No rows at all.</summary>
    NoRows,

    /// <summary>So many entries of the last file are gone that the export was probably cut off.</summary>
    TooManyGone,
}
