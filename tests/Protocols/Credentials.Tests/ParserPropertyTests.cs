using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.SdJwt.Types;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Tests;

namespace Modellstadt.Protocols.Credentials.Tests;

/// <summary>
/// Whatever a stranger sends, a parser answers with a value or a refusal that names code, clause and detail; it never throws. The same
/// parsers are fuzzed by <c>tests/Fuzz</c> with coverage as the guide.
/// </summary>
public sealed class ParserPropertyTests
{
    private const string List = "https://town.example/status-lists/1";

    private static readonly CertificateAuthority Root =
        CertificateAuthority.CreateRoot("Root", Keys.New(31), new Validity(Keys.Now.AddDays(-1), Keys.Now.AddDays(365)), Keys.Random(32));

    private static readonly ChainRules Chain = new([Root.Certificate], CertificateRole.CredentialIssuer, Keys.Now);
    private static readonly DecryptionKey Recipient = DecryptionKey.Create(Keys.Random(33));
    private static readonly StatusListToken Token = new(List, new StatusList(2, 64), Keys.Now) { ExpiresAt = Keys.Now.AddHours(1), TimeToLive = TimeSpan.FromMinutes(1) };

    private static readonly string Issued = SdJwtIssuer.Issue(
        new SdJwtContents(new JsonObject { ["vct"] = "v", ["plate"] = "GE-AB 123", ["zones"] = new JsonArray("A", "B") })
        {
            HolderKey = Keys.Holder.PublicKey, Decoys = 2, Disclosable = [ClaimPath.Of("plate"), ClaimPath.Of([ClaimStep.Member("zones"), ClaimStep.EveryElement])],
        }, Keys.Issuer, Keys.Random(34));

    private static readonly Dictionary<string, (byte[] Valid, Func<byte[], ProtocolError?> Parse)> Parsers = new()
    {
        ["JSON"] = ("""{"a":[1,-2.5e3,"ä\u0041",null,true,{}]}"""u8.ToArray(), bytes => StrictJson.ParseObject(bytes).Error),
        ["JWK"] = (StrictJson.Write(Keys.Issuer.PublicKey.ToJson()), bytes => StrictJson.ParseObject(bytes).Then(json => JsonWebKey.Parse(json)).Error),
        ["JWS"] = (Ascii(CompactJws.Sign(new JsonObject { ["typ"] = "x" }, new JsonObject { ["a"] = 1 }, Keys.Issuer)), bytes => CompactJws.Parse(Utf8(bytes)).Then(jws => jws.Verify(Keys.Issuer.Verifier(), JwsRules.ForType("x"))).Error),
        ["JWE"] = (Ascii(CompactJwe.Encrypt("{}"u8, new JweRecipient(Recipient.PublicKey, JoseAlgorithms.A256Gcm), Keys.Random(35))), bytes => CompactJwe.Decrypt(Utf8(bytes), Recipient).Error),
        ["SD-JWT"] = (Ascii(Issued), bytes => SdJwtVc.Verify(Utf8(bytes), _ => Keys.Issuer.Verifier(), new SdJwtVcRules(Keys.Now, null)).Error),
        ["SD-JWT in JSON"] = (StrictJson.Write(SdJwtJson.Flatten(ParsedSdJwt.Parse(Issued).Expect())), bytes => SdJwtJson.Parse(bytes).Then(read => SdJwtHolder.Read(read.SdJwt)).Error),
        ["type metadata"] = ("""{"vct":"v","extends":"w","extends#integrity":"sha256-x","display":[{"locale":"de","name":"n","rendering":{"simple":{"text_color":"#fff"}}}],"claims":[{"path":["a",null,0],"display":[{"locale":"de","label":"l"}],"mandatory":true,"sd":"always"}]}"""u8.ToArray(), bytes => TypeMetadata.Parse(bytes).Error),
        ["certificate chain"] = (StrictJson.Write(Leaf()), bytes => StrictJson.ParseArray(bytes).Then(x5c => CertificateChains.Validate(x5c, Chain)).Error),
        ["status list as JWT"] = (Ascii(Token.Sign(Keys.Issuer)), bytes => StatusListToken.Verify(Utf8(bytes), List, _ => Keys.Issuer.Verifier(), Keys.Now).Error),
        ["status list as CWT"] = (StatusListCwt.Sign(Token, Keys.Issuer), bytes => StatusListCwt.Verify(bytes, List, _ => Keys.Issuer.Verifier(), Keys.Now).Error),
        ["status list in JSON"] = (StrictJson.Write(Token.List.ToJson()), bytes => StrictJson.ParseObject(bytes).Then(json => StatusList.Parse(json)).Error),
        ["status list in CBOR"] = (Token.List.ToCbor().Encoded.ToArray(), bytes => StrictCbor.Parse(bytes).Then(map => StatusList.Parse(map)).Error),
        ["status reference in CBOR"] = (new StatusReference(List, 7).ToCbor().Encoded.ToArray(), bytes => StrictCbor.Parse(bytes).Then(map => StatusReference.Parse(map)).Error),
        ["aggregation"] = (StrictJson.Write(new StatusListAggregation([List]).ToJson()), bytes => StatusListAggregation.Parse(bytes).Error),
        ["COSE_Sign1"] = (CoseSign1.Sign("x"u8.ToArray(), Keys.Issuer).Encoded.ToArray(), bytes => StrictCbor.Parse(bytes).Then(CoseSign1.Parse).Then(message => message.Verify(Keys.Issuer.Verifier())).Error),
    };

    public static TheoryData<string> Names => [.. Parsers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_valid_input_is_read(string name) => Assert.Null(Parsers[name].Parse(Parsers[name].Valid));

    [Theory, MemberData(nameof(Names))]
    public void Random_bytes_never_throw(string name)
        => Gen.Byte.Array[0, 200].Sample(bytes => IsRefused(Parsers[name].Parse(bytes)), iter: 1_000);

    [Theory, MemberData(nameof(Names))]
    public void Changed_bytes_never_throw(string name)
        => Mutation.OfBytes(Parsers[name].Valid).Sample(bytes => Parsers[name].Parse(bytes) is var error && (error is null || IsRefused(error)), iter: 1_000);

    [Theory]
    [InlineData("JWK")]
    [InlineData("SD-JWT in JSON")]
    [InlineData("type metadata")]
    [InlineData("status list in JSON")]
    [InlineData("aggregation")]
    public void Members_of_other_types_never_throw(string name)
        => Mutation.OfJson(StrictJson.ParseObject(Parsers[name].Valid).Expect())
            .Sample(json => Parsers[name].Parse(StrictJson.Write(json)) is var error && (error is null || IsRefused(error)), iter: 3_000);

    private static bool IsRefused(ProtocolError? error) => error is { Code.Length: > 0, Clause.Length: > 0, Detail.Length: > 0 };

    private static JsonArray Leaf() => CertificateChains.ToX5c(Root.IssueLeaf(
        new LeafRequest("Issuer", Keys.Issuer.PublicKey, CertificateRole.CredentialIssuer, new Validity(Keys.Now.AddDays(-1), Keys.Now.AddDays(30))), Keys.Random(36)));

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static string Utf8(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
