// ETSI TS 119 475 V1.2.1 §5.2 (wallet-relying party registration certificate): §5.2.2 header, §5.2.4 payload (tables 7, 9, 10), GEN-5.2.4-08
// (at most 12 months); ETSI TS 119 182-1 (JAdES B-B: `iat` in the header); OpenID4VP 1.0 §5.1 (verifier_info); ETSI TS 119 472-2 §6.3.2.2
// (format registration_cert).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Registration;

/// <summary>A registrar's word for who a relying party is and what it may ask wallets for.</summary>
/// <param name="Identifier">`sub`: the semantic identifier, which stands in the access certificate, too.</param>
/// <param name="Name">`name`: what people know it by.</param>
/// <param name="IssuedAt">`iat`.</param>
/// <param name="Credentials">`credentials`: what it may ask for.</param>
public sealed record RegistrationCertificate(string Identifier, string Name, DateTimeOffset IssuedAt, IReadOnlyList<RegisteredCredential> Credentials)
{
    /// <summary>`typ`.</summary>
    public const string Type = "rc-wrp+jwt";

    /// <summary>`format` of the entry in `verifier_info`.</summary>
    public const string VerifierInfoFormat = "registration_cert";

    /// <summary>The entitlement of whoever asks wallets (Annex A.2.1).</summary>
    public const string ServiceProvider = "https://uri.etsi.org/19475/Entitlement/Service_Provider";

    /// <summary>The entitlement of issuers of attestations that are not qualified (Annex A.2.3).</summary>
    public const string AttestationProvider = "https://uri.etsi.org/19475/Entitlement/Non_Q_EAA_Provider";

    /// <summary>`exp`; at most 12 months after `iat`.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>`sub_ln`: the legal name, or null.</summary>
    public string? LegalName { get; init; }

    /// <summary>`country`: ISO 3166-1 alpha-2, or null.</summary>
    public string? Country { get; init; }

    /// <summary>`registry_uri`: where the registrar answers, or null. Never fetched without asking.</summary>
    public string? RegistryUri { get; init; }

    /// <summary>`purpose`: why it asks, in languages.</summary>
    public IReadOnlyList<RegisteredText> Purpose { get; init; } = [];

    /// <summary>`entitlements`: what it is registered as.</summary>
    public IReadOnlyList<string> Entitlements { get; init; } = [ServiceProvider];

    /// <summary>`privacy_policy`, or null.</summary>
    public string? PrivacyPolicy { get; init; }

    /// <summary>`info_uri`, or null.</summary>
    public string? InfoUri { get; init; }

    /// <summary>`support_uri`: where people ask for deletion of their data, an address of the web or of mail; or null.</summary>
    public string? SupportUri { get; init; }

    /// <summary>`policy_id`: policies under which the registrar issues.</summary>
    public IReadOnlyList<string> PolicyIds { get; init; } = [];

    /// <summary>`intended_use_id`: which of several uses this is, or null.</summary>
    public string? IntendedUseId { get; init; }

    /// <summary>`public_body`: whether it is a public body; null when nothing is said.</summary>
    public bool? PublicBody { get; init; }

    /// <summary>`intermediary`: who asks in its place, or null.</summary>
    public RegisteredIntermediary? Intermediary { get; init; }

    /// <summary>`status`: where a revocation would stand, or null; the caller looks it up.</summary>
    public StatusReference? Status { get; init; }

    /// <summary>Whose access certificate must have signed the request: the intermediary's, or its own.</summary>
    public string AskingIdentifier => Intermediary?.Identifier ?? Identifier;

    /// <summary>Signs the certificate.</summary>
    /// <param name="key">The registrar's key.</param>
    /// <param name="x5c">Its certificates without the root.</param>
    public string Sign(SigningKey key, JsonArray x5c)
    {
        var header = new JsonObject { ["typ"] = Type, ["x5c"] = x5c.DeepClone(), ["iat"] = IssuedAt.ToUnixTimeSeconds() };
        return CompactJws.Sign(header, RegistrationClaims.Write(this), key);
    }

    /// <summary>
    /// What a certificate says, for the party it is about: nothing is verified, wallets do that (<see cref="RegistrationCheck"/>).
    /// </summary>
    public static Checked<RegistrationCertificate> ReadOwn(string certificate) => CompactJws.Parse(certificate).Then(jws => RegistrationClaims.Read(jws.Payload));

    /// <summary>The entry in `verifier_info` of a request.</summary>
    /// <param name="certificate">What <see cref="Sign"/> made.</param>
    public static JsonObject VerifierInfo(string certificate) => new() { ["format"] = VerifierInfoFormat, ["data"] = certificate };

    /// <summary>
    /// The registration certificate in `verifier_info`, or null when there is none, more than one, or one for some credentials only.
    /// The JWT stands in `data` itself or, as some registrars hand it out, in base64url once more.
    /// </summary>
    public static string? Find(JsonArray verifierInfo)
    {
        var entries = verifierInfo.OfType<JsonObject>().Where(entry => entry.Text("format") == VerifierInfoFormat).Take(2).ToList();
        if (entries.Count != 1 || entries[0].ContainsKey("credential_ids") || entries[0].Text("data") is not { } data)
            return null;
        if (data.Contains('.'))
            return data;
        return Base64Url.TryDecode(data, out var bytes) ? System.Text.Encoding.ASCII.GetString(bytes) : null;
    }

    /// <summary>
    /// What a query asks for beyond this registration; empty when it asks for nothing more. Every type of a credential query and every
    /// claim that any of its claim sets may ask for must be registered.
    /// </summary>
    public IReadOnlyList<UnregisteredAsk> AskedBeyond(DcqlQuery query) => [.. query.Credentials.SelectMany(AskedBeyond)];

    private IEnumerable<UnregisteredAsk> AskedBeyond(CredentialQuery asked)
    {
        IReadOnlyList<string> types = asked.DocumentType is { } document ? [document] : asked.CredentialTypes;
        if (types.Count == 0 || types.Any(type => !Allows(asked.Format, type, path: null)))
            return [new UnregisteredAsk(asked.Id, Path: null)];
        return asked.Claims.Where(claim => types.Any(type => !Allows(asked.Format, type, claim.Path)))
            .Select(claim => new UnregisteredAsk(asked.Id, claim.Path));
    }

    private bool Allows(string format, string type, ClaimPath? path)
        => Credentials.Any(credential => credential.Allows(format, type, path));
}

/// <summary>A text for one language.</summary>
/// <param name="Language">BCP 47 tag, e.g. "de".</param>
/// <param name="Text">The text.</param>
public sealed record RegisteredText(string Language, string Text);

/// <summary>Who asks wallets in the place of a relying party (Table 10).</summary>
/// <param name="Identifier">Its semantic identifier, which stands in its access certificate.</param>
/// <param name="Name">What people know it by.</param>
public sealed record RegisteredIntermediary(string Identifier, string Name);

/// <summary>Something asked for that is not registered.</summary>
/// <param name="QueryId">The credential query.</param>
/// <param name="Path">The claim, or null when the credential itself is not registered.</param>
public sealed record UnregisteredAsk(string QueryId, ClaimPath? Path);
