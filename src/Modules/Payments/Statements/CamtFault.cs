namespace Modellstadt.Payments.Statements;

/// <summary>Why a file could not be read as bank statements.</summary>
internal enum CamtFault
{
    /// <summary>It is no well-formed XML, or has a document type definition.</summary>
    NotXml,

    /// <summary>It is another document than camt.053.001.02 or camt.053.001.08, or has foreign elements in it.</summary>
    NotCamt053,

    /// <summary>It is larger or deeper than any statement.</summary>
    TooLarge,

    /// <summary>A field is missing.</summary>
    Missing,

    /// <summary>A field holds what it cannot hold.</summary>
    Malformed,

    /// <summary>An amount is not in euros.</summary>
    NotEuro,
}

/// <summary>Ends the reading of a statement file.</summary>
/// <param name="fault">Why.</param>
/// <param name="place">Where: the name of an element.</param>
internal sealed class CamtException(CamtFault fault, string place) : Exception($"{fault} at {place}")
{
    /// <summary>Why.</summary>
    public CamtFault Fault => fault;

    /// <summary>Where.</summary>
    public string Place => place;
}
