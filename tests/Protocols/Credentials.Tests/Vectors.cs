using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.Credentials.Tests;

/// <summary>The published test vectors beside the checkout; tests that need them are skipped where they are absent.</summary>
internal static class Vectors
{
    /// <summary>Time of verification for RFC 9901's examples.</summary>
    public static readonly DateTimeOffset Rfc9901Time = DateTimeOffset.FromUnixTimeSeconds(1748537244);

    public static JsonObject Read(string name)
    {
        Assert.SkipUnless(SharedFiles.Present, SharedFiles.Absent);
        return JsonNode.Parse(SharedFiles.Read($"vectors/{name}"))!.AsObject();
    }

    /// <summary>The JSON files of a folder, one row each; one row that will be skipped where the vectors are absent.</summary>
    public static TheoryData<string> FilesIn(string folder)
    {
        if (!SharedFiles.Present)
            return ["absent.json"];
        var files = Directory.GetFiles(SharedFiles.PathOf($"vectors/{folder}"), "*.json").Select(file => $"{folder}/{Path.GetFileName(file)}");
        return new TheoryData<string>(files.Order(StringComparer.Ordinal));
    }

    /// <summary>The ids of a file's cases, one row each.</summary>
    public static TheoryData<string> CasesOf(string file, string list = "cases")
        => SharedFiles.Present
            ? new TheoryData<string>(Read(file)[list]!.AsArray().Select(entry => entry!["id"]!.GetValue<string>()))
            : ["absent"];

    /// <summary>One case of a file.</summary>
    public static JsonObject Case(string file, string id, string list = "cases")
        => Read(file)[list]!.AsArray().Single(entry => entry!["id"]!.GetValue<string>() == id)!.AsObject();

    /// <summary>The public half of a published key.</summary>
    public static JsonWebKey PublicKey(JsonNode jwk)
    {
        var copy = jwk.DeepClone().AsObject();
        copy.Remove("d");
        return JsonWebKey.Parse(copy).Expect();
    }

    public static VerificationKey Verifier(JsonNode jwk) => VerificationKey.Import(PublicKey(jwk));

    public static ECParameters PrivateParameters(JsonNode jwk)
    {
        var parameters = PublicKey(jwk).ToParameters();
        parameters.D = Base64Url.Decode(jwk["d"]!.GetValue<string>()).Expect();
        return parameters;
    }

    public static SoftwareSigningKey Signer(JsonNode jwk) => new(ECDsa.Create(PrivateParameters(jwk)));
}
