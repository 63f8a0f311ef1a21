// OpenID4VCI 1.0 §12.2 (credential issuer metadata), §12.2.4 (parameters).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>What an issuer tells wallets about itself.</summary>
/// <param name="CredentialIssuer">Its identifier.</param>
/// <param name="CredentialEndpoint">Where credentials are fetched.</param>
/// <param name="Configurations">What it issues.</param>
public sealed record CredentialIssuerMetadata(string CredentialIssuer, Uri CredentialEndpoint, IReadOnlyList<CredentialConfiguration> Configurations)
{
    private static readonly string[] OptionalEndpoints = ["nonce_endpoint", "deferred_credential_endpoint", "notification_endpoint"];

    private static readonly JsonLimits Limits = new(MaxBytes: 512 * 1024, MaxDepth: 16, MaxValues: 10_000);

    /// <summary>Where nonces are fetched; null when proofs need none.</summary>
    public Uri? NonceEndpoint { get; init; }

    /// <summary>Where copies are asked for that were not ready; null when nothing is deferred.</summary>
    public Uri? DeferredEndpoint { get; init; }

    /// <summary>Where wallets say what became of the copies; null when the issuer does not want to know.</summary>
    public Uri? NotificationEndpoint { get; init; }

    /// <summary>How requests are encrypted; null when they are not.</summary>
    public CredentialRequestEncryption? RequestEncryption { get; init; }

    /// <summary>How responses are encrypted; null when they are not.</summary>
    public CredentialResponseEncryption? ResponseEncryption { get; init; }

    /// <summary>Its authorization servers; empty when it is its own.</summary>
    public IReadOnlyList<string> AuthorizationServers { get; init; } = [];

    /// <summary>How many proofs one request may carry; 1 when batches are not offered.</summary>
    public int BatchSize { get; init; } = 1;

    /// <summary>What people read.</summary>
    public IReadOnlyList<DisplayText> Display { get; init; } = [];

    /// <summary>The metadata as JSON.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["credential_issuer"] = CredentialIssuer };
        if (AuthorizationServers.Count > 0)
            json["authorization_servers"] = NameLists.ToJson(AuthorizationServers);
        foreach (var (name, address) in Endpoints.Where(endpoint => endpoint.Address is not null))
            json[name] = address!.OriginalString;
        if (RequestEncryption is not null)
            json["credential_request_encryption"] = RequestEncryption.ToJson();
        if (ResponseEncryption is not null)
            json[CredentialResponseEncryption.Member] = ResponseEncryption.ToJson();
        // batch_size is 2 or more; without the member wallets send one proof.
        if (BatchSize > 1)
            json["batch_credential_issuance"] = new JsonObject { ["batch_size"] = BatchSize };
        if (Display.Count > 0)
            json["display"] = DisplayText.ToJson(Display);
        json["credential_configurations_supported"] = new JsonObject(
            Configurations.Select(configuration => KeyValuePair.Create<string, JsonNode?>(configuration.Id, configuration.ToJson())));
        return json;
    }

    /// <summary>Reads metadata fetched for the issuer <paramref name="expectedIssuer"/>.</summary>
    public static Checked<CredentialIssuerMetadata> Parse(ReadOnlySpan<byte> utf8, string expectedIssuer)
        => StrictJson.ParseObject(utf8, Limits).Then(json => Read(json, expectedIssuer));

    private (string Name, Uri? Address)[] Endpoints =>
    [
        ("credential_endpoint", CredentialEndpoint), ("nonce_endpoint", NonceEndpoint),
        ("deferred_credential_endpoint", DeferredEndpoint), ("notification_endpoint", NotificationEndpoint),
    ];

    /// <summary>Reads parsed metadata, be they a document or the payload of signed ones.</summary>
    internal static Checked<CredentialIssuerMetadata> Read(JsonObject json, string expectedIssuer)
    {
        // §12.2.3: identical to the identifier the wallet asked for.
        if (json.Text("credential_issuer") != expectedIssuer)
            return Refuse("§12.2.3", "credential_issuer is not the issuer that was asked.");
        if (Address(json, "credential_endpoint") is not { } credentialEndpoint)
            return Refuse("§12.2.4", "credential_endpoint is missing or not an address.");
        if (OptionalEndpoints.FirstOrDefault(name => json.ContainsKey(name) && Address(json, name) is null) is { } misplaced)
            return Refuse("§12.2.4", $"{misplaced} is not an address.");
        if (CheckBatch(json) is { } broken)
            return broken;
        return ReadConfigurations(json).Then(configurations => ReadEncryption(json,
            new CredentialIssuerMetadata(expectedIssuer, credentialEndpoint, configurations)
            {
                NonceEndpoint = Address(json, "nonce_endpoint"),
                DeferredEndpoint = Address(json, "deferred_credential_endpoint"),
                NotificationEndpoint = Address(json, "notification_endpoint"),
                AuthorizationServers = NameLists.Read(json["authorization_servers"]),
                BatchSize = (int?)json.Object("batch_credential_issuance")?.Integer("batch_size") ?? 1,
                Display = DisplayText.Read(json["display"]),
            }));
    }

    private static Checked<CredentialIssuerMetadata> ReadEncryption(JsonObject json, CredentialIssuerMetadata metadata)
    {
        if (json.TryGetPropertyValue("credential_request_encryption", out var ofRequests))
        {
            if (!CredentialRequestEncryption.Parse(ofRequests as JsonObject ?? []).TryGetValue(out var requests, out var error))
                return error;
            metadata = metadata with { RequestEncryption = requests };
        }

        if (json.TryGetPropertyValue(CredentialResponseEncryption.Member, out var ofResponses))
        {
            if (!CredentialResponseEncryption.Parse(ofResponses as JsonObject ?? []).TryGetValue(out var responses, out var error))
                return error;
            metadata = metadata with { ResponseEncryption = responses };
        }

        return metadata;
    }

    private static ProtocolError? CheckBatch(JsonObject json)
        => json.ContainsKey("batch_credential_issuance") && json.Object("batch_credential_issuance")?.Integer("batch_size") is not (>= 2 and <= int.MaxValue)
            ? Refuse("§12.2.4", "batch_size is not a number of 2 or more.")
            : null;

    private static Checked<List<CredentialConfiguration>> ReadConfigurations(JsonObject json)
    {
        if (json.Object("credential_configurations_supported") is not { Count: > 0 } supported)
            return Refuse("§12.2.4", "credential_configurations_supported is missing or empty.");
        var configurations = new List<CredentialConfiguration>(supported.Count);
        foreach (var (id, node) in supported)
        {
            // What an issuer still offers to wallets of early drafts is for them; what is asked for here is what remains.
            if ((node as JsonObject)?.Text("format") == SdJwtNames.LegacyCredentialType && supported.Count > 1)
                continue;
            if (!CredentialConfiguration.Parse(id, node).TryGetValue(out var configuration, out var error))
                return error;
            configurations.Add(configuration);
        }

        return configurations;
    }

    private static Uri? Address(JsonObject json, string name)
        => Uri.TryCreate(json.Text(name), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri : null;

    private static ProtocolError Refuse(string section, string detail) => new(ErrorCodes.Malformed, $"OpenID4VCI 1.0 {section}", detail);
}
