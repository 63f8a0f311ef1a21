// OpenID4VP 1.0 §5.1 (transaction_data), §8.4, §8.5 (invalid_transaction_data), Appendix B.2.1 (mdoc), B.3.3 and B.3.3.1 (SD-JWT VC: hashes in the key binding).
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>A transaction that a person authorises by showing a credential: its hash goes into the key binding.</summary>
/// <param name="Encoded">The text in the request, base64url; the hash is taken over it as it stands.</param>
/// <param name="Type">`type`.</param>
/// <param name="CredentialIds">The queries one of whose credentials authorises it.</param>
/// <param name="Content">The whole object.</param>
public sealed record Transaction(string Encoded, string Type, IReadOnlyList<string> CredentialIds, JsonObject Content)
{
    /// <summary>The hash that everybody supports, and the default.</summary>
    public const string DefaultHash = "sha-256";

    internal const string HashesMember = "transaction_data_hashes";
    internal const string AlgorithmMember = "transaction_data_hashes_alg";

    /// <summary>The hashes that can be made and checked here.</summary>
    internal static readonly string[] SupportedHashes = [DefaultHash, "sha-384", "sha-512"];

    private const int MaxEntries = 8;
    private const int MaxReferences = 16;
    private const int MaxAlgorithms = 10;
    private static readonly JsonLimits Limits = new(MaxBytes: 8 * 1024, MaxDepth: 4, MaxValues: 50);

    /// <summary>The hash algorithms the request offers; empty when it names none, which means <see cref="DefaultHash"/>.</summary>
    public IReadOnlyList<string> HashAlgorithms { get; init; } = [];

    /// <summary>Writes transaction data for a request.</summary>
    /// <param name="type">A type that wallets know.</param>
    /// <param name="credentialIds">Queries of the request.</param>
    /// <param name="members">The members of the type.</param>
    public static Transaction Create(string type, IReadOnlyList<string> credentialIds, IEnumerable<KeyValuePair<string, string>> members)
    {
        var content = new JsonObject
        {
            ["type"] = type,
            ["credential_ids"] = new JsonArray([.. credentialIds]),
            [AlgorithmMember] = new JsonArray(DefaultHash),
        };
        foreach (var (name, value) in members)
            content[name] = value;
        return new Transaction(Base64Url.Encode(StrictJson.Write(content)), type, credentialIds, content) { HashAlgorithms = [DefaultHash] };
    }

    /// <summary>Reads `transaction_data` of a request; one entry that is not understood refuses the request.</summary>
    /// <param name="entries">The value of the parameter.</param>
    /// <param name="query">What is asked, to which the entries refer.</param>
    /// <param name="known">The types whoever reads knows.</param>
    public static Checked<IReadOnlyList<Transaction>> Parse(JsonNode? entries, DcqlQuery query, IReadOnlyList<TransactionType> known)
    {
        if (entries is not JsonArray { Count: > 0 and <= MaxEntries } array)
            return Refuse($"transaction_data is not an array of 1 to {MaxEntries} entries.");
        var read = new List<Transaction>();
        foreach (var entry in array)
        {
            if (!ReadEntry(entry, query, known).TryGetValue(out var data, out var error))
                return error;
            read.Add(data);
        }

        return read;
    }

    /// <summary>The hash over the text in the request.</summary>
    /// <param name="algorithm">One of <see cref="HashAlgorithms"/>, or the default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The algorithm is not supported.</exception>
    public string Hash(string algorithm)
    {
        var text = Encoding.ASCII.GetBytes(Encoded);
        return Base64Url.Encode(algorithm switch
        {
            DefaultHash => SHA256.HashData(text),
            "sha-384" => SHA384.HashData(text),
            "sha-512" => SHA512.HashData(text),
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "The hash is not supported."),
        });
    }

    internal static ProtocolError Refuse(string detail) => new(PresentationErrors.InvalidTransaction, "OpenID4VP 1.0 §8.4, §8.5", detail);

    private static Checked<Transaction> ReadEntry(JsonNode? entry, DcqlQuery query, IReadOnlyList<TransactionType> known)
    {
        if (!entry.IsText(out var text) || !Base64Url.TryDecode(text, out var bytes) || !StrictJson.ParseObject(bytes, Limits).TryGetValue(out var content, out _))
            return Refuse("An entry is not a JSON object in base64url, or too large.");
        if (known.FirstOrDefault(one => one.Name == content.Text("type")) is not { } type)
            return Refuse("The type of the transaction data is not supported.");
        if (type.Check(content) is { } broken)
            return broken;
        if (!ReadReferences(content, query).TryGetValue(out var ids, out var error))
            return error;
        return ReadAlgorithms(content).Then<Transaction>(algorithms => new Transaction(text, type.Name, ids, content) { HashAlgorithms = algorithms });
    }

    private static Checked<string[]> ReadReferences(JsonObject content, DcqlQuery query)
    {
        if (content["credential_ids"] is not JsonArray { Count: > 0 and <= MaxReferences } ids || !ids.All(id => id.IsText(out _)))
            return Refuse("credential_ids is missing or not a list of identifiers.");
        var references = ids.Select(id => id!.GetValue<string>()).ToArray();
        // Appendix B.3.3: only a key binding can carry the hash; B.2.1: our types define no element of an mdoc.
        return references.All(id => query.Find(id) is { Format: CredentialQuery.SdJwtFormat, RequiresHolderBinding: true })
            ? references
            : Refuse("credential_ids names a query that is not there, is no SD-JWT VC or wants no holder binding.");
    }

    private static Checked<string[]> ReadAlgorithms(JsonObject content)
    {
        if (!content.ContainsKey(AlgorithmMember))
            return Array.Empty<string>();
        return content[AlgorithmMember] is JsonArray { Count: > 0 and <= MaxAlgorithms } names && names.All(name => name.IsText(out _))
            && names.Select(name => name!.GetValue<string>()).ToArray() is var algorithms && algorithms.Any(SupportedHashes.Contains)
            ? algorithms
            : Refuse("transaction_data_hashes_alg names no supported hash.");
    }
}
