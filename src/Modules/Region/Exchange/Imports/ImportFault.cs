namespace Modellstadt.Region.Exchange.Imports;

/// <summary>Why a document is not read at all.</summary>
internal enum ImportFault
{
    /// <summary>Nothing is in it.</summary>
    Empty,

    /// <summary>More bytes, deeper or with more values than is read.</summary>
    TooLarge,

    /// <summary>Not UTF-8.</summary>
    Encoding,

    /// <summary>RDF/XML, Turtle or another writing of catalogues than JSON-LD.</summary>
    OtherWriting,

    /// <summary>Neither YAML nor JSON, or with a key twice.</summary>
    Malformed,

    /// <summary>YAML that refers to itself: anchors with aliases grow without end.</summary>
    Aliases,

    /// <summary>YAML with tags, which would make other things than texts of it.</summary>
    Tags,

    /// <summary>A context that stands elsewhere: it would have to be fetched.</summary>
    ForeignContext,

    /// <summary>YAML that is no <c>publiccode.yml</c>.</summary>
    NoPubliccode,

    /// <summary>JSON-LD without a data set.</summary>
    NoDataset,
}

/// <summary>Why an entry of a document is not taken over.</summary>
internal enum EntryFault
{
    /// <summary>A field that is needed is not there.</summary>
    Missing,

    /// <summary>A field holds something else than text.</summary>
    NoText,

    /// <summary>A text is too long, or there are too many.</summary>
    TooLong,

    /// <summary>A text holds characters that nobody sees or that turn its direction.</summary>
    HiddenCharacters,

    /// <summary>A word is written with letters of two alphabets that look alike.</summary>
    MixedAlphabets,

    /// <summary>What should be an address of the web is none.</summary>
    NoAddress,

    /// <summary>It claims to be a project of this town, or of one whose own word is read.</summary>
    SpeaksForTown,

    /// <summary>It is known from another source, which alone may change it.</summary>
    OtherSource,

    /// <summary>It stands in the document twice.</summary>
    Twice,
}

/// <summary>What is wrong with an entry.</summary>
/// <param name="Fault">Why it is not taken over.</param>
/// <param name="Field">The field as the document writes it.</param>
internal sealed record EntryRefusal(EntryFault Fault, string Field);
