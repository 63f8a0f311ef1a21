using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.SdJwt.Types;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Fuzz;

/// <summary>Every parser of the protocol libraries that a stranger's bytes reach.</summary>
internal static class Targets
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly ProtocolError Untrusted = new(ErrorCodes.UntrustedIssuer, "none", "Nobody is trusted here.");
    private static readonly SoftwareSigningKey Signer = SoftwareSigningKey.Create(new Random(1).NextBytes);
    private static readonly DecryptionKey Recipient = DecryptionKey.Create(new Random(2).NextBytes);
    private static readonly VerificationKey Verifier = VerificationKey.Import(Signer.PublicKey);

    private static readonly string[] JsonWords = ["{", "}", "[", "]", ",", ":", "null", "true", "-1", "1e9", "99999999999999999999", "\"\"", "\"a\":", "\\u0000", "\\ud800", " "];

    public static IReadOnlyList<Target> All { get; } =
    [
        new("json", () => Seeds.Objects(json => json.Count > 0, "openid4vci", "openid4vp"), JsonWords, Json),
        new("jws", Jws, [.. JsonWords, ".", "eyJhbGciOiJFUzI1NiJ9", "AA", "_-"], bytes => CompactJws.Parse(Utf8(bytes)).Then(jws => jws.Verify(Verifier, new JwsRules(Types: null))).Error),
        new("jwe", () => [.. Seeds.Texts(text => text.Count(letter => letter == '.') == 4, "jose", "openid4vp"), Jwe()], [".", "AA", "eyJ", "_-"], bytes => CompactJwe.Decrypt(Utf8(bytes), Recipient).Error),
        new("sd-jwt", SdJwts, [.. JsonWords, "~", ".", "\"_sd\":[]", "{\"...\":\"\"}", "\"_sd_alg\":\"sha-256\""], SdJwt),
        new("cbor", () => Seeds.Hex("cbor", "cose", "mdoc"), ["\u0018", "\u001b", "@", "_"], bytes => StrictCbor.Parse(bytes).Error ?? StrictCbor.Parse(bytes, CborLimits.Default with { IndefiniteLengths = true }).Error),
        new("cose", () => Seeds.Hex("cose", "mdoc"), ["\u0018", "@", "_"], bytes => StrictCbor.Parse(bytes).Then(CoseSign1.Parse).Then(message => message.Verify(Verifier)).Error),
        new("mdoc", () => Seeds.Hex("mdoc", "openid4vp"), ["version", "documents", "docType", "issuerSigned", "nameSpaces", "digestID", "random", "\u0018", "@"], Mdoc),
        new("dcql", () => [.. Seeds.Objects(json => json.ContainsKey("credentials"), "openid4vp"), .. DcqlSeeds], [.. JsonWords, "\"credentials\":", "\"claims\":", "\"path\":", "\"values\":", "\"claim_sets\":", "\"trusted_authorities\":"], bytes => StrictJson.ParseObject(bytes).Then(json => DcqlQuery.Parse(json)).Error),
        new("x509", Chains, [",", "\"", "MII"], bytes => StrictJson.ParseArray(bytes).Then(x5c => CertificateChains.Validate(x5c, new ChainRules([Root], CertificateRole.CredentialIssuer, Now))).Error),
        new("status-list", StatusSeeds, [.. JsonWords, "\"bits\":2", "\"lst\":", "eNrbuRgAAhcBXQ"], StatusLists),
        new("type-metadata", () => [.. Seeds.Objects(json => json.ContainsKey("claims") && json.ContainsKey("vct"), "sd-jwt").Select(Renamed), "{\"vct\":\"a\",\"claims\":[{\"path\":[\"a\",null,0],\"sd\":\"always\"}]}"u8.ToArray()], [.. JsonWords, "\"path\":", "\"display\":", "\"extends\":", "sha256-"], Types),
    ];

    private static readonly CertificateAuthority Authority =
        CertificateAuthority.CreateRoot("Root", SoftwareSigningKey.Create(new Random(3).NextBytes), new Validity(Now.AddDays(-1), Now.AddDays(365)), new Random(4).NextBytes);

    private static System.Security.Cryptography.X509Certificates.X509Certificate2 Root => Authority.Certificate;

    private static byte[][] DcqlSeeds =>
    [
        """{"credentials":[{"id":"a","format":"dc+sd-jwt","multiple":true,"meta":{"vct_values":["v"]},"trusted_authorities":[{"type":"aki","values":["k"]}],"claims":[{"id":"x","path":["p",null,0],"values":["v",1,true]}],"claim_sets":[["x"]]},{"id":"m","format":"mso_mdoc","meta":{"doctype_value":"d"},"claims":[{"path":["n","e"]}]}],"credential_sets":[{"options":[["a"],["m"]],"required":false}]}"""u8.ToArray(),
    ];

    private static string Utf8(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static ProtocolError? Json(byte[] bytes)
    {
        var read = StrictJson.ParseObject(bytes);
        // What was read can be written, and reads the same.
        if (read.TryGetValue(out var json, out _) && !JsonNode.DeepEquals(json, StrictJson.ParseObject(StrictJson.Write(json)).Expect()))
            throw new InvalidOperationException("What was written reads differently.");
        return StrictJson.ParseArray(bytes).Error ?? read.Error;
    }

    private static IEnumerable<byte[]> Jws() =>
        [.. Seeds.Texts(text => text.Count(letter => letter == '.') == 2 && !text.Contains(' ', StringComparison.Ordinal), "jose", "openid4vci", "status-list"), Encoding.ASCII.GetBytes(CompactJws.Sign(new JsonObject { ["typ"] = "x" }, new JsonObject { ["a"] = 1 }, Signer))];

    private static byte[] Jwe() => Encoding.ASCII.GetBytes(CompactJwe.Encrypt("{}"u8, new JweRecipient(Recipient.PublicKey, JoseAlgorithms.A128Gcm), new Random(5).NextBytes));

    private static IEnumerable<byte[]> SdJwts() =>
        [.. Compact.Select(Encoding.UTF8.GetBytes), .. Compact.Select(Unsigned).OfType<string>().Select(Encoding.UTF8.GetBytes), .. Seeds.Objects(json => json.ContainsKey("payload") && (json.ContainsKey("signature") || json.ContainsKey("signatures")), "sd-jwt")];

    private static IEnumerable<string> Compact => Seeds.Texts(text => text.Contains('~', StringComparison.Ordinal), "sd-jwt").Select(Utf8);

    /// <summary>Payload and Disclosures in the clear, with tildes between; null when it is no SD-JWT.</summary>
    private static string? Unsigned(string compact)
    {
        var parts = compact.Split('~');
        if (parts[0].Split('.') is not [_, var payload, _] || !Base64Url.TryDecode(payload, out var claims))
            return null;
        var disclosures = parts.Skip(1).Select(part => Base64Url.TryDecode(part, out var bytes) ? Utf8(bytes) : "").Where(part => part.Length > 0);
        return string.Join('~', [Utf8(claims), .. disclosures]);
    }

    /// <summary>As compact form, as JSON, and as a payload whose Disclosures follow it after tildes: signatures would stop every changed one.</summary>
    private static ProtocolError? SdJwt(byte[] bytes)
    {
        var text = Utf8(bytes);
        var parts = text.Split('~');
        var unsigned = $"e30.{Base64Url.Encode(Encoding.UTF8.GetBytes(parts[0]))}.AA~{string.Concat(parts.Skip(1).Select(part => $"{Base64Url.Encode(Encoding.UTF8.GetBytes(part))}~"))}";
        var read = ParsedSdJwt.Parse(unsigned).Then(SdJwtHolder.Read).Error;
        return read ?? SdJwtJson.Parse(bytes).Error ?? SdJwtVc.Verify(text, _ => Verifier, new SdJwtVcRules(Now, null)).Error;
    }

    private static ProtocolError? Mdoc(byte[] bytes)
    {
        var text = Base64Url.Encode(bytes);
        ProtocolError?[] outcomes =
        [
            DeviceResponse.Parse(bytes).Error, IssuerSigned.ParseText(text).Error, MobileSecurityObject.Parse(bytes).Error, DeviceRequest.Parse(bytes).Error,
            DeviceEngagement.Parse(bytes).Error, SessionMessage.Parse(bytes).Error, SessionTranscript.Parse(bytes).Error, BrowserEncryption.Parse(text).Error,
        ];
        return outcomes.FirstOrDefault(error => error is not null);
    }

    private static IEnumerable<byte[]> Chains()
    {
        var leaf = Authority.IssueLeaf(new LeafRequest("Issuer", Signer.PublicKey, CertificateRole.CredentialIssuer, new Validity(Now.AddDays(-1), Now.AddDays(30))) { DnsNames = ["a.example"] }, new Random(6).NextBytes);
        return [Encoding.ASCII.GetBytes(CertificateChains.ToX5c(leaf).ToJsonString())];
    }

    private static IEnumerable<byte[]> StatusSeeds()
    {
        var token = new StatusListToken("u", new StatusList(2, 64) { AggregationUri = "a" }, Now) { ExpiresAt = Now.AddHours(1), TimeToLive = TimeSpan.FromSeconds(30) };
        return
        [
            .. Seeds.Objects(json => json.ContainsKey("lst"), "status-list"), .. Seeds.Hex("status-list"), .. Seeds.Objects(json => json.ContainsKey("status_lists") || json.ContainsKey("status_list"), "status-list"),
            StatusListCwt.Sign(token, Signer), token.List.ToCbor().Encoded.ToArray(), Encoding.UTF8.GetBytes(token.List.ToJson().ToJsonString()),
        ];
    }

    private static ProtocolError? StatusLists(byte[] bytes)
    {
        var json = StrictJson.ParseObject(bytes);
        ProtocolError?[] outcomes =
        [
            json.Then(list => StatusList.Parse(list)).Then(list => list.StatusAt(7)).Error, json.Then(status => StatusReference.Parse(status)).Error, StatusListAggregation.Parse(bytes).Error,
            StrictCbor.Parse(bytes).Then(list => StatusList.Parse(list)).Error, StrictCbor.Parse(bytes).Then(status => StatusReference.Parse(status)).Error,
            // Unsigned, and signed by us: behind the signature lies the reading of the claims.
            StatusListCwt.Verify(bytes, "u", _ => Untrusted, Now).Error,
            StatusListCwt.Verify(CborItem.Tag(18, CoseSign1.Sign(bytes, Signer, new CoseParameters { Protected = [CborEntry.Of(CoseLabels.Type, CborItem.Of(StatusListCwt.Type))] })).Encoded, "u", _ => Verifier, Now).Error,
        ];
        return outcomes.FirstOrDefault(error => error is not null);
    }

    /// <summary>The same document about the type that is asked for.</summary>
    private static byte[] Renamed(byte[] document)
    {
        var json = StrictJson.ParseObject(document).Expect();
        json["vct"] = "a";
        return StrictJson.Write(json);
    }

    private static ProtocolError? Types(byte[] bytes)
    {
        var resolution = TypeResolution.Of("a", null);
        return resolution.Add(bytes) ?? (resolution.Wanted is null ? resolution.Combine().Error : null) ?? DocumentIntegrity.Parse(Utf8(bytes)).Error;
    }
}
