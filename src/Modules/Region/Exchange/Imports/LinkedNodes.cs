// JSON-LD 1.1: nodes with @id, @type and properties, embedded, in @graph or expanded; contexts inside the document, and by its address that of DCAT-AP,
// whose terms stand here. Not read: contexts of other places, contexts within nodes, reverse properties, framing.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>A thing that the document speaks of.</summary>
/// <param name="id">Its address, or a name that only counts in the document; null when it has neither.</param>
internal sealed class LinkedNode(string? id)
{
    private static readonly string[] Preferred = ["de", "", "en"];

    /// <summary>Its name.</summary>
    public string? Id => id;

    /// <summary>What it is, full names.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>What is said of it, by full names.</summary>
    public Dictionary<string, List<JsonNode?>> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>All values of a property.</summary>
    public IReadOnlyList<JsonNode?> All(string property) => Properties.TryGetValue(property, out var values) ? values : [];

    /// <summary>The text of a property, German before others; what is no text stays what it is, and null means that nothing is said.</summary>
    public JsonNode? Text(string property)
    {
        var texts = All(property).SelectMany(Spoken).ToList();
        return Preferred.Select(language => texts.FirstOrDefault(text => text.Language == language).Text).FirstOrDefault(text => text is not null) ?? texts.Select(text => text.Text).FirstOrDefault(text => text is not null);
    }

    /// <summary>Each text of a property in one language, as <see cref="Text"/> would choose it.</summary>
    public IReadOnlyList<JsonNode?> Texts(string property)
    {
        var texts = All(property).SelectMany(Spoken).ToList();
        return [.. (texts.Exists(text => text.Language == Preferred[0]) ? texts.Where(text => text.Language == Preferred[0]) : texts).Select(text => text.Text)];
    }

    /// <summary>The first thing that a property leads to: an address, the name of a node, or a text that may be one.</summary>
    public JsonNode? Target(string property) => All(property).Select(value => value is JsonObject node ? node["@id"] ?? node["@value"] : value).FirstOrDefault(value => value is not null);

    /// <summary>A text, a value with its language, or texts by language.</summary>
    private static IEnumerable<(string Language, JsonNode? Text)> Spoken(JsonNode? value) => value switch
    {
        JsonObject spoken when spoken.ContainsKey("@value") => [(spoken["@language"] is JsonValue tag && tag.TryGetValue(out string? language) ? language.ToLowerInvariant().Split('-')[0] : "", spoken["@value"])],
        JsonObject { Count: > 0 } byLanguage when byLanguage.All(member => !member.Key.StartsWith('@')) => byLanguage.Select(member => (member.Key.ToLowerInvariant().Split('-')[0], member.Value)),
        _ => [("", value)],
    };
}

/// <summary>
/// The things a JSON-LD document speaks of, without anything that stands elsewhere. A thing that leads to itself is no danger: things are collected, and
/// what leads from one to the other is followed one step when somebody asks.
/// </summary>
internal sealed class LinkedNodes
{
    /// <summary>Most bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    private static readonly JsonLimits Limits = new(MostBytes, 16, 60_000);

    private readonly Dictionary<string, LinkedNode> named = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonObject, LinkedNode> written = [];
    private readonly List<LinkedNode> all = [];
    private readonly LinkedContext context;

    private LinkedNodes(LinkedContext context) => this.context = context;

    /// <summary>The things in the order in which the document names them.</summary>
    public IReadOnlyList<LinkedNode> All => all;

    /// <summary>Reads a document; or says why not.</summary>
    public static (LinkedNodes? Nodes, ImportFault? Fault) Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > MostBytes)
            return (null, ImportFault.TooLarge);
        var root = json.TrimStart(" \t\r\n"u8) is [(byte)'[', ..] ? StrictJson.ParseArray(json, Limits).Then<JsonNode>(array => array) : StrictJson.ParseObject(json, Limits).Then<JsonNode>(members => members);
        if (!root.TryGetValue(out var document, out var error))
            return (null, error.Code == Protocols.Credentials.ErrorCodes.TooLarge ? ImportFault.TooLarge : ImportFault.Malformed);
        if (LinkedContext.Read((document as JsonObject)?["@context"]) is not { } context)
            return (null, ImportFault.ForeignContext);

        var nodes = new LinkedNodes(context);
        return nodes.Collect(document, top: true) ? (nodes, null) : (null, ImportFault.ForeignContext);
    }

    /// <summary>What a value of a property speaks of; null when it is a mere text, or the document says nothing of it.</summary>
    public LinkedNode? Of(JsonNode? value) => value switch
    {
        JsonObject members => written.GetValueOrDefault(members),
        JsonValue name when name.TryGetValue(out string? id) => named.GetValueOrDefault(context.Expand(id)),
        _ => null,
    };

    /// <summary>False when there is a context within.</summary>
    private bool Collect(JsonNode? node, bool top = false) => node switch
    {
        JsonArray elements => elements.All(element => Collect(element, top)),
        JsonObject members => (top || !members.ContainsKey("@context")) && CollectNode(members),
        _ => true,
    };

    private bool CollectNode(JsonObject members)
    {
        if (!members.ContainsKey("@value"))
            Enter(members);
        return members.Where(member => member.Key != "@context").All(member => Collect(member.Value));
    }

    private void Enter(JsonObject members)
    {
        var node = NodeOf(members["@id"] is JsonValue id && id.TryGetValue(out string? name) ? context.Expand(name) : null);
        written[members] = node;
        foreach (var (key, value) in members)
        {
            if (key == "@type")
                node.Types.UnionWith(Elements(value).OfType<JsonValue>().Select(type => type.TryGetValue(out string? text) ? context.ExpandTerm(text) : null).OfType<string>());
            else if (!key.StartsWith('@') && context.ExpandTerm(key) is { } property)
                Say(node, property, value);
        }
    }

    private static void Say(LinkedNode node, string property, JsonNode? value)
    {
        if (!node.Properties.TryGetValue(property, out var values))
            node.Properties[property] = values = [];
        values.AddRange(Elements(value));
    }

    private LinkedNode NodeOf(string? id)
    {
        if (id is not null && named.TryGetValue(id, out var known))
            return known;
        var node = new LinkedNode(id);
        all.Add(node);
        if (id is not null)
            named[id] = node;
        return node;
    }

    private static IReadOnlyList<JsonNode?> Elements(JsonNode? node) => node switch { null => [], JsonArray several => [.. several], _ => [node] };
}
