// YAML 1.2, of it what publiccode.yml needs: one document of mappings, sequences and scalars.
using System.Text;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>
/// Reads YAML from strangers, every scalar as text. Limits come first; anchors that are used, tags and keys that stand twice are refused, so a short
/// document cannot grow, refer to itself, or make objects.
/// </summary>
internal sealed class YamlText
{
    /// <summary>Most bytes.</summary>
    public const int MostBytes = 256 * 1024;

    private const int MostDepth = 12;
    private const int MostValues = 5_000;

    private readonly Parser parser;
    private int values;
    private ImportFault? fault;

    private YamlText(Parser parser) => this.parser = parser;

    /// <summary>The mapping in the document; or why it is not read.</summary>
    public static (JsonObject? Mapping, ImportFault? Fault) Read(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
            return (null, ImportFault.TooLarge);
        try
        {
            return new YamlText(new Parser(new StringReader(text))).ReadDocument();
        }
        catch (YamlException)
        {
            return (null, ImportFault.Malformed);
        }
        catch (InvalidOperationException)
        {
            // Thrown by the library's scanner for some texts that are no YAML. Found by the property test.
            return (null, ImportFault.Malformed);
        }
        catch (ArgumentException)
        {
            // The same for half a surrogate pair in an escape.
            return (null, ImportFault.Malformed);
        }
    }

    private (JsonObject? Mapping, ImportFault? Fault) ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
            return (null, ImportFault.Empty);
        parser.Consume<DocumentStart>();
        var root = ReadNode(1);
        if (fault is not null)
            return (null, fault);
        parser.Consume<DocumentEnd>();
        return root is JsonObject mapping && parser.TryConsume<StreamEnd>(out _) ? (mapping, null) : (null, ImportFault.Malformed);
    }

    /// <summary>The next node; null when it is empty, or when reading ends here for a <see cref="fault"/>.</summary>
    private JsonNode? ReadNode(int depth)
    {
        if (depth > MostDepth || ++values > MostValues)
            return Stop(ImportFault.TooLarge);
        if (parser.Accept<AnchorAlias>(out _))
            return Stop(ImportFault.Aliases);
        if (parser.Accept<NodeEvent>(out var node) && node is { Tag: { IsEmpty: false, IsNonSpecific: false } })
            return Stop(ImportFault.Tags);
        if (parser.TryConsume<Scalar>(out var scalar))
            return scalar is { Value.Length: 0, Style: ScalarStyle.Plain } ? null : JsonValue.Create(scalar.Value);
        if (parser.TryConsume<SequenceStart>(out _))
            return ReadSequence(depth);
        parser.Consume<MappingStart>();
        return ReadMapping(depth);
    }

    private JsonArray ReadSequence(int depth)
    {
        var elements = new JsonArray();
        while (fault is null && !parser.TryConsume<SequenceEnd>(out _))
            elements.Add(ReadNode(depth + 1));
        return elements;
    }

    private JsonObject ReadMapping(int depth)
    {
        var members = new JsonObject();
        while (fault is null && !parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(depth + 1) is JsonValue key && members.TryAdd(key.GetValue<string>(), null))
                members[key.GetValue<string>()] = ReadNode(depth + 1);
            else
                Stop(ImportFault.Malformed);
        }

        return members;
    }

    private JsonNode? Stop(ImportFault reason)
    {
        fault ??= reason;
        return null;
    }
}
