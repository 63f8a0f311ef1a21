using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder;

/// <summary>Metadata that a wallet believes, or not (OpenID4VCI 1.0 §12.2.2, §12.2.3; attack 26).</summary>
public sealed class ReceivedMetadataTests
{
    private const string Issuer = "https://issuer.example/town";
    private const string Published = "https://credential-issuer.example.com";

    private static readonly SoftwareSigningKey Key = Keys.New(1);
    private static readonly JsonArray Certificates = ["MAA="];
    private static readonly CredentialIssuerMetadata Metadata = new(Issuer, new Uri($"{Issuer}/credential"), [CredentialConfiguration.SdJwtVc("permit", "urn:example:permit:1")]);
    private static readonly ReceivedMetadataRules Rules = new(Issuer, _ => VerificationKey.Import(Key.PublicKey), Keys.Now);

    private static readonly Dictionary<string, (Action<JsonObject, JsonObject> Change, string Code)> Broken = new()
    {
        ["another type"] = ((header, _) => header["typ"] = "JWT", ErrorCodes.Type),
        ["no type"] = ((header, _) => header.Remove("typ"), ErrorCodes.Type),
        ["a critical extension"] = ((header, _) => header["crit"] = new JsonArray("exp"), ErrorCodes.Header),
        ["another subject"] = ((_, claims) => claims["sub"] = "https://another.example", ErrorCodes.UntrustedIssuer),
        ["no subject"] = ((_, claims) => claims.Remove("sub"), ErrorCodes.UntrustedIssuer),
        ["no time"] = ((_, claims) => claims.Remove("iat"), ErrorCodes.Claim),
        ["a time to come"] = ((_, claims) => claims["iat"] = Keys.Now.AddMinutes(2).ToUnixTimeSeconds(), ErrorCodes.Claim),
        ["an end that has come"] = ((_, claims) => claims["exp"] = Keys.Now.ToUnixTimeSeconds(), ErrorCodes.Expired),
        ["an end that is no time"] = ((_, claims) => claims["exp"] = "tomorrow", ErrorCodes.Expired),
        ["another issuer"] = ((_, claims) => claims["credential_issuer"] = "https://another.example", ErrorCodes.Malformed),
    };

    public static IEnumerable<TheoryDataRow<string>> BrokenNames => Broken.Keys.Select(name => new TheoryDataRow<string>(name));

    [Fact]
    public void Signed_metadata_survive_a_round_trip()
    {
        var read = ReceivedMetadata.Read("application/jwt", Encoding.ASCII.GetBytes(Sign()), Rules).Expect();

        Assert.True(read.Signed);
        Assert.True(JsonNode.DeepEquals(Metadata.ToJson(), read.Metadata.ToJson()));
    }

    [Fact]
    public void Unsigned_metadata_do_where_there_never_were_signed_ones()
        => Assert.False(ReceivedMetadata.Read("application/json", StrictJson.Write(Metadata.ToJson()), Rules).Expect().Signed);

    [Fact]
    public void Unsigned_metadata_are_refused_where_there_once_were_signed_ones()
    {
        var plain = StrictJson.Write(Metadata.ToJson());

        Refusal.Is(ErrorCodes.Signature, ReceivedMetadata.Read("application/json", plain, Rules with { WereSigned = true }));
        Refusal.Is(ErrorCodes.Signature, ReceivedMetadata.Read(null, plain, Rules with { WereSigned = true }));
        Assert.Null(ReceivedMetadata.Read("application/jwt", Encoding.ASCII.GetBytes(Sign()), Rules with { WereSigned = true }).Error);
    }

    [Theory, MemberData(nameof(BrokenNames))]
    public void Signed_metadata_against_a_rule_are_refused(string rule)
        => Refusal.Is(Broken[rule].Code, ReceivedMetadata.Read("application/jwt", Encoding.ASCII.GetBytes(Sign(Broken[rule].Change)), Rules));

    [Fact]
    public void Metadata_signed_by_a_stranger_are_refused()
    {
        var bytes = Encoding.ASCII.GetBytes(Sign());

        Refusal.Is(ErrorCodes.Signature, ReceivedMetadata.Read("application/jwt", bytes, Rules with { SignerKey = _ => VerificationKey.Import(Keys.New(2).PublicKey) }));
        Refusal.Is(ErrorCodes.UntrustedChain, ReceivedMetadata.Read("application/jwt", bytes, Rules with { SignerKey = _ => new ProtocolError(ErrorCodes.UntrustedChain, "test", "Unknown.") }));
    }

    [Fact]
    public void The_published_signature_holds_for_whoever_trusts_its_certificate()
    {
        var (text, rules) = Example();

        var read = ReceivedMetadata.Read("application/jwt", Encoding.ASCII.GetBytes(text), rules).Expect();

        Assert.Equal(($"{Published}/credential", $"{Published}/deferred_credential"), (read.Metadata.CredentialEndpoint.OriginalString, read.Metadata.DeferredEndpoint!.OriginalString));
        Assert.False(read.Metadata.ResponseEncryption!.Required);
    }

    [Fact]
    public void The_published_self_signed_certificate_is_no_chain_to_an_anchor()
    {
        var (text, rules) = Example();

        var refused = ReceivedMetadata.Read("application/jwt", Encoding.ASCII.GetBytes(text), rules with
        {
            SignerKey = jws => CertificateChains.Validate(jws, new ChainRules([], CertificateRole.CredentialIssuer, Keys.Now)).Then<VerificationKey>(found => found.Key),
        });

        Refusal.Is(ErrorCodes.CertificateChain, refused);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_published_metadata_with_one_changed_character_are_refused(int part)
    {
        var (text, rules) = Example();
        var parts = text.Split('.');
        var middle = parts[part].Length / 2;
        parts[part] = $"{parts[part][..middle]}{(parts[part][middle] == 'A' ? 'B' : 'A')}{parts[part][(middle + 1)..]}";

        Assert.NotNull(ReceivedMetadata.Read("application/jwt", Encoding.ASCII.GetBytes(string.Join('.', parts)), rules).Error);
    }

    private static string Sign(Action<JsonObject, JsonObject>? change = null)
    {
        var signed = CompactJws.Parse(SignedIssuerMetadata.Sign(Metadata, Key, Certificates, new Validity(Keys.Now, Keys.Now.AddDays(1)))).Expect();
        var (header, payload) = (signed.Header.DeepClone().AsObject(), signed.Payload.DeepClone().AsObject());
        change?.Invoke(header, payload);
        return CompactJws.Sign(header, payload, Key);
    }

    private static (string Text, ReceivedMetadataRules Rules) Example()
    {
        var token = Vectors.Read("openid4vci/tokens.json")["tokens"]!.AsArray().Single(each => (string?)each!["id"] == "signed-issuer-metadata")!;
        return ((string)token["token"]!, new ReceivedMetadataRules(Published, LeafOf, Keys.Now));
    }

    private static Checked<VerificationKey> LeafOf(CompactJws jws)
    {
        var leaf = X509CertificateLoader.LoadCertificate(Convert.FromBase64String((string)jws.Header["x5c"]![0]!));
        using var key = leaf.GetECDsaPublicKey()!;
        return VerificationKey.Import(JsonWebKey.From(key.ExportParameters(includePrivateParameters: false)));
    }
}
