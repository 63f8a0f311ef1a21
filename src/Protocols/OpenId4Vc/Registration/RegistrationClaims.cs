// ETSI TS 119 475 V1.2.1 §5.2.4, tables 7, 9 and 10, Annex B.2.6 (texts in languages).
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Protocols.OpenId4Vc.Registration;

/// <summary>Writes and reads the payload of a registration certificate.</summary>
internal static class RegistrationClaims
{
    private const int MaxEntries = 50;

    public static JsonObject Write(RegistrationCertificate certificate)
    {
        var json = new JsonObject
        {
            ["name"] = certificate.Name,
            ["sub"] = certificate.Identifier,
            ["iat"] = certificate.IssuedAt.ToUnixTimeSeconds(),
            ["entitlements"] = Texts(certificate.Entitlements),
            ["credentials"] = new JsonArray([.. certificate.Credentials.Select(credential => credential.ToJson())]),
        };
        AddTexts(json, certificate);
        if (certificate.Purpose.Count > 0)
            json["purpose"] = new JsonArray([.. certificate.Purpose.Select(text => new JsonObject { ["lang"] = text.Language, ["value"] = text.Text })]);
        if (certificate.PolicyIds.Count > 0)
            json["policy_id"] = Texts(certificate.PolicyIds);
        if (certificate.ExpiresAt is { } end)
            json["exp"] = end.ToUnixTimeSeconds();
        if (certificate.PublicBody is { } publicBody)
            json["public_body"] = publicBody;
        if (certificate.Status is not null)
            json["status"] = certificate.Status.ToJson();
        if (certificate.Intermediary is { } other)
        {
            json["intermediary"] = new JsonObject { ["sub"] = other.Identifier, ["sname"] = other.Name };
            json["act"] = new JsonObject { ["sub"] = other.Identifier };
        }

        return json;
    }

    public static Checked<RegistrationCertificate> Read(JsonObject json)
    {
        if (json.Text("sub") is not { Length: > 0 } subject || json.Text("name") is not { Length: > 0 } name || json.Instant("iat") is not { } issued)
            return Refuse("Table 7", "sub, name or iat is missing.");
        if (json["entitlements"] is not JsonArray { Count: > 0 and <= MaxEntries } entitlements || !entitlements.All(entry => entry.IsText(out _)))
            return Refuse("Table 7, GEN-5.2.4-03", "entitlements is missing or not an array of strings.");
        if (json.ContainsKey("exp") && json.Instant("exp") is null)
            return Refuse("Table 10", "exp is not a NumericDate.");
        if (!ReadCredentials(json["credentials"]).TryGetValue(out var credentials, out var error))
            return error;
        if (!ReadIntermediary(json).TryGetValue(out var intermediary, out error))
            return error;
        StatusReference? status = null;
        if (json.ContainsKey("status") && !StatusReference.Parse(json.Object("status") ?? []).TryGetValue(out status, out error))
            return Refuse($"Table 7, {error.Clause}", error.Detail);
        return ReadTexts(json, new RegistrationCertificate(subject, name, issued, credentials)
        {
            ExpiresAt = json.Instant("exp"),
            Entitlements = Read(entitlements),
            Purpose = ReadPurpose(json["purpose"]),
            PolicyIds = Read(json["policy_id"] as JsonArray ?? []),
            PublicBody = (json["public_body"] as JsonValue)?.GetValueKind() switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
            Intermediary = intermediary.Found,
            Status = status,
        });
    }

    private static void AddTexts(JsonObject json, RegistrationCertificate certificate)
    {
        (string Member, string? Text)[] texts =
        [
            ("sub_ln", certificate.LegalName), ("country", certificate.Country), ("registry_uri", certificate.RegistryUri),
            ("privacy_policy", certificate.PrivacyPolicy), ("info_uri", certificate.InfoUri), ("support_uri", certificate.SupportUri),
            ("intended_use_id", certificate.IntendedUseId),
        ];
        foreach (var (member, text) in texts.Where(entry => entry.Text is not null))
            json[member] = text;
    }

    private static RegistrationCertificate ReadTexts(JsonObject json, RegistrationCertificate certificate) => certificate with
    {
        LegalName = json.Text("sub_ln"),
        Country = json.Text("country"),
        RegistryUri = json.Text("registry_uri"),
        PrivacyPolicy = json.Text("privacy_policy"),
        InfoUri = json.Text("info_uri"),
        SupportUri = json.Text("support_uri"),
        IntendedUseId = json.Text("intended_use_id"),
    };

    private static Checked<List<RegisteredCredential>> ReadCredentials(JsonNode? node)
    {
        var credentials = new List<RegisteredCredential>();
        if (node is null)
            return credentials;
        if (node is not JsonArray { Count: <= MaxEntries } entries)
            return Refuse("Table 9", "credentials is not an array, or a too long one.");
        foreach (var entry in entries)
        {
            if (!RegisteredCredential.Parse(entry).TryGetValue(out var credential, out var error))
                return error;
            credentials.Add(credential);
        }

        return credentials;
    }

    private static Checked<OptionalIntermediary> ReadIntermediary(JsonObject json)
    {
        if (json["intermediary"] is not { } node)
            return json.ContainsKey("act") ? Refuse("Table 10, GEN-5.2.4-09", "act without intermediary.") : new OptionalIntermediary(null);
        if (node is not JsonObject other || other.Text("sub") is not { Length: > 0 } identifier)
            return Refuse("Table 10", "intermediary has no sub.");
        if (json.ContainsKey("act") && json.Object("act")?.Text("sub") != identifier)
            return Refuse("Table 10, GEN-5.2.4-09", "act names another party than intermediary.");
        // Table 10 says sname, the example of Annex C says name.
        return new OptionalIntermediary(new RegisteredIntermediary(identifier, other.Text("sname") ?? other.Text("name") ?? identifier));
    }

    /// <summary>Texts only serve people: an entry that is none is left out.</summary>
    private static List<RegisteredText> ReadPurpose(JsonNode? node) => node is JsonArray entries
        ? [.. entries.OfType<JsonObject>().Where(entry => entry.Text("lang") is not null && entry.Text("value") is not null)
            .Take(MaxEntries).Select(entry => new RegisteredText(entry.Text("lang")!, entry.Text("value")!))]
        : [];

    private static string[] Read(JsonArray array) => [.. array.Take(MaxEntries).Select(entry => entry.IsText(out var text) ? text : null).OfType<string>()];

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private static ProtocolError Refuse(string table, string detail)
        => new(RegistrationErrors.InvalidRegistration, $"ETSI TS 119 475 V1.2.1 §5.2.4, {table}", detail);

    private sealed record OptionalIntermediary(RegisteredIntermediary? Found);
}
