using System.Text;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>What a document of others holds.</summary>
/// <param name="Entries">Its entries, in its order, sound ones and others.</param>
internal sealed record ForeignDocument(IReadOnlyList<ReadEntry> Entries)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Beginnings of RDF/XML, HTML and Turtle.</summary>
    private static readonly string[] OtherWritings = ["<", "@prefix", "@base", "PREFIX", "BASE", "_:"];

    /// <summary>The text in bytes that came from outside; null when they are no UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Reads a document, JSON-LD or YAML; or says why not. The same text is read the same each time.</summary>
    public static (ForeignDocument? Document, ImportFault? Fault) Read(string text, DocumentSource source)
    {
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty)
            return (null, ImportFault.Empty);
        if (text.Length > LinkedNodes.MostBytes)
            return (null, ImportFault.TooLarge);
        if (text.Contains('\0', StringComparison.Ordinal))
            return (null, ImportFault.Malformed);
        foreach (var other in OtherWritings)
        {
            if (start.StartsWith(other, StringComparison.Ordinal))
                return (null, ImportFault.OtherWriting);
        }

        if (start[0] is '{' or '[')
        {
            var (entries, fault) = CatalogueReader.Read(text, source);
            return fault is null ? (new(entries), null) : (null, fault);
        }

        var (software, reason) = PubliccodeReader.Read(text, source);
        return software is null ? (null, reason) : (new([software]), null);
    }
}
