// W3C Verifiable Credentials Data Model 2.0 §4 (context, type, issuer, validFrom, subject); Securing Verifiable Credentials using JOSE and COSE
// §3.1 (vc+jwt), §4.1 (kid as URL of a verification method); Controlled Identifiers 1.0 §2.2.3 (JsonWebKey), §2.3.2 (assertionMethod).
using System.Globalization;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Region.Reuse;

/// <summary>A town stands by a record of a take-over: a verifiable credential that everybody can check with the town's key.</summary>
/// <param name="Record">The record.</param>
/// <param name="Issuer">The town's public address, under which its key stands.</param>
/// <param name="SignedAt">When it signed.</param>
internal sealed record ReuseCredential(ReuseRecord Record, string Issuer, DateTimeOffset SignedAt)
{
    /// <summary>The <c>typ</c> of the signature.</summary>
    public const string Type = "vc+jwt";

    /// <summary>The media type.</summary>
    public const string MediaType = "application/vc+jwt";

    private const string OwnType = "ReuseRecordCredential";
    private const string BaseContext = "https://www.w3.org/ns/credentials/v2";

    /// <summary>Names of our own, each an identifier by itself.</summary>
    private const string TermPrefix = "urn:modellstadt:region:reuse:";

    private const int LongestAddress = 500;

    private static readonly JsonLimits Limits = new(16 * 1024, 6, 100);

    /// <summary>Signs a record.</summary>
    /// <param name="town">The town that signs.</param>
    /// <param name="at">When.</param>
    /// <param name="key">Its key.</param>
    /// <param name="record">What it stands by.</param>
    /// <returns>A compact JWS.</returns>
    public static string Sign(ReuseSigner town, DateTimeOffset at, SigningKey key, ReuseRecord record)
    {
        var subject = record.ToJson();
        subject["id"] = ReuseRecord.NamePrefix + record.Id;
        return CompactJws.Sign(
            new JsonObject { ["typ"] = Type, ["kid"] = TownDocument.MethodOf(town.Issuer, key.PublicKey) },
            new JsonObject
            {
                ["@context"] = new JsonArray(BaseContext, OwnContext()),
                ["id"] = town.AddressOf(record.Id),
                ["type"] = new JsonArray("VerifiableCredential", OwnType),
                ["issuer"] = new JsonObject { ["id"] = town.Issuer, ["name"] = town.Name },
                ["validFrom"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                ["credentialSubject"] = subject,
            },
            key);
    }

    /// <summary>VCDM 2.0 §5.2 wants every term defined, and no catch-all.</summary>
    private static JsonObject OwnContext() => new(ReuseRecord.Members.Prepend(OwnType).Select(term => KeyValuePair.Create(term, (JsonNode?)(TermPrefix + term))));

    /// <summary>Reads a credential that <paramref name="key"/> has signed; null when it is none, or says something else than its identifier.</summary>
    public static ReuseCredential? Read(string signed, VerificationKey key)
    {
        if (!CompactJws.Parse(signed, Limits).Then(jws => jws.Verify(key, JwsRules.ForType(Type))).TryGetValue(out var jws, out _))
            return null;
        var payload = jws.Payload;
        // VC-JOSE-COSE §3.1.1: a JWT with vc or vp is the older model.
        if (payload.ContainsKey("vc") || payload.ContainsKey("vp") || payload["type"] is not JsonArray types || !types.Any(type => type.IsText(out var word) && word == OwnType)
            || payload.Object("issuer")?.Text("id") is not { Length: <= LongestAddress } issuer || jws.Header.Text("kid") != TownDocument.MethodOf(issuer, key.PublicKey)
            || !DateTimeOffset.TryParse(payload.Text("validFrom"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return null;

        return payload.Object("credentialSubject") is { } subject && ReuseRecord.Of(subject) is { } record && subject.Text("id") == ReuseRecord.NamePrefix + record.Id
            ? new(record, issuer, at)
            : null;
    }
}

/// <summary>A town that signs records.</summary>
/// <param name="Ags">Gemeindeschlüssel.</param>
/// <param name="Name">As people say it.</param>
/// <param name="Portal">Address of its portal, without a slash at the end.</param>
internal sealed record ReuseSigner(string Ags, string Name, string Portal)
{
    /// <summary>Under which its key stands.</summary>
    public string Issuer => Portal + TownDocument.Address;

    /// <summary>Where its signature below a record is found.</summary>
    public string AddressOf(string record) => Portal + ServeCredentials.AddressOf(record, Ags);
}
