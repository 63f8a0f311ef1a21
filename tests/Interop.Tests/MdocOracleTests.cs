using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Interop.Tests;

/// <summary>Our mdocs against <c>@auth0/mdl</c>: they read what we issue and show, we read what they issue and show.</summary>
public sealed class MdocOracleTests(InteropTown town)
{
    private const string DocumentType = "org.example.permit.1";
    private const string NameSpace = "org.example.permit";

#pragma warning disable RS0030 // @auth0/mdl verifies by the real clock.
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
#pragma warning restore RS0030

    private static readonly SessionTranscript Question = SessionTranscript.ForOpenId4Vp("x509_hash:abc", "nonce", null, "https://verifier.example/response");
    private static readonly SessionTranscript OtherQuestion = SessionTranscript.ForOpenId4Vp("x509_hash:abc", "nonce2", null, "https://verifier.example/response");

    private readonly RandomFill random = RandomSource.System.Fill;

    private static X509Certificate2 RootOf(string certificate) => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate));

    [Fact]
    public async Task Auth0_mdl_verifies_what_we_issue_and_show()
    {
        var device = SoftwareSigningKey.Create(random);
        var (issued, root) = Issue(device.PublicKey);
        var response = DeviceResponse.WriteText(MdocHolder.Sign(Select(issued, "plate", "since"), Question, device).Expect());

        var shown = await VerifyAbroadAsync(response, Question, root);

        Assert.Equal((DocumentType, "MS-AB 123", 2), ((string?)shown["documentType"], (string?)ElementsOf(shown)["plate"], ElementsOf(shown).Count));
        await Assert.ThrowsAsync<ForeignFailure>(() => VerifyAbroadAsync(response, OtherQuestion, root));
        await Assert.ThrowsAsync<ForeignFailure>(() => VerifyAbroadAsync(response, Question, Issue(device.PublicKey).Root));
    }

    [Fact]
    public async Task We_show_and_verify_what_auth0_mdl_issues()
    {
        var device = SoftwareSigningKey.Create(random);
        var issued = IssuedIn(await IssueAbroadAsync(device.PublicKey.ToJson()));
        var response = DeviceResponse.WriteText(MdocHolder.Sign(Select(issued, "plate"), Question, device).Expect());

        var verified = Verify(response, Question, RootOf(town.ForeignRoot)).Expect();

        Assert.Equal("""{"plate":"MS-AB 123"}""", verified.Elements[NameSpace]!.ToJsonString());
        Assert.NotNull(Verify(response, OtherQuestion, RootOf(town.ForeignRoot)).Error);
        Assert.Equal("MS-AB 123", (string?)ElementsOf(await VerifyAbroadAsync(response, Question, RootOf(town.ForeignRoot)))["plate"]);
    }

    [Fact]
    public async Task We_verify_what_auth0_mdl_shows_of_what_we_and_it_issue()
    {
        var secret = (await town.Peers.CallAsync("mdl.deviceKey", new { }))!.AsObject();
        var device = JsonWebKey.Parse(Public(secret)).Expect();
        var (issued, root) = Issue(device);
        foreach (var (everything, anchor) in new[] { (Unsigned(issued), root), (await IssueAbroadAsync(device.ToJson()), RootOf(town.ForeignRoot)) })
        {
            var input = new { issued = everything, documentType = DocumentType, nameSpace = NameSpace, elements = new[] { "plate" }, deviceSecret = secret, transcript = Base64Url.Encode(Question.Bytes.Span) };
            var response = (string)(await town.Peers.CallAsync("mdl.show", input))!;

            Assert.Equal("""{"plate":"MS-AB 123"}""", Verify(response, Question, anchor).Expect().Elements[NameSpace]!.ToJsonString());
            Assert.NotNull(Verify(response, OtherQuestion, anchor).Error);
        }
    }

    private static JsonObject ElementsOf(JsonObject shown) => shown["nameSpaces"]![NameSpace]!.AsObject();

    private static JsonObject Public(JsonObject secret)
    {
        var key = secret.DeepClone().AsObject();
        key.Remove("d");
        return key;
    }

    private static IssuerSigned Select(IssuerSigned issued, params string[] elements) => MdocHolder.Select(issued, elements.Select(element => (NameSpace, element)).ToHashSet()).Expect();

    /// <summary>What <c>@auth0/mdl</c> keeps of an mdoc: an answer whose only document lacks the device's half.</summary>
    private static string Unsigned(IssuerSigned issued) => DeviceResponse.WriteText(
        CborItem.Map([CborEntry.Of("docType", CborItem.Of(DocumentType)), CborEntry.Of("issuerSigned", issued.ToItem())]));

    private static IssuerSigned IssuedIn(string unsigned) =>
        Base64Url.Decode(unsigned).Then(bytes => StrictCbor.Parse(bytes)).Then(answer => IssuerSigned.Parse(answer.Member("documents")!.Elements![0].Member("issuerSigned")!)).Expect();

    private static Checked<VerifiedMdoc> Verify(string response, SessionTranscript question, X509Certificate2 root) => MdocVerifier.Verify(
        DeviceResponse.ParseText(response).Expect().Documents[0],
        MdocTrust.By(new ChainRules([root], MdocTrust.DocumentSigner, Now)),
        new MdocRules(Now, new HashSet<string> { DocumentType }),
        new DeviceBinding(question));

    private async Task<string> IssueAbroadAsync(JsonObject deviceKey) => (string)(await town.Peers.CallAsync(
        "mdl.issue", new { documentType = DocumentType, nameSpace = NameSpace, elements = new { plate = "MS-AB 123", zone = 3 }, deviceKey }))!;

    private async Task<JsonObject> VerifyAbroadAsync(string response, SessionTranscript question, X509Certificate2 root)
    {
        var input = new { response, transcript = Base64Url.Encode(question.Bytes.Span), anchors = new[] { Convert.ToBase64String(root.RawData) } };
        return (await town.Peers.CallAsync("mdl.verify", input))!.AsArray().Single()!.AsObject();
    }

    private (IssuerSigned Issued, X509Certificate2 Root) Issue(JsonWebKey device)
    {
        var validity = new Validity(Now.AddDays(-1), Now.AddDays(30));
        var authority = CertificateAuthority.CreateRoot("Town root", SoftwareSigningKey.Create(random), validity, random, country: "DE");
        var key = SoftwareSigningKey.Create(random);
        var leaf = authority.IssueLeaf(new LeafRequest("Town", key.PublicKey, MdocTrust.DocumentSigner, validity), random);
        var elements = new[]
        {
            new MdocElement(NameSpace, "plate", CborItem.Of("MS-AB 123")),
            new MdocElement(NameSpace, "zone", CborItem.Of(3)),
            new MdocElement(NameSpace, "since", CborDates.Of(new DateOnly(2026, 11, 24))),
        };
        var contents = new MdocContents(DocumentType, elements, device, new MdocValidity(Now, Now, Now.AddDays(14)), [leaf]) { Decoys = 3 };
        return (MdocIssuer.Issue(contents, key, random), authority.Certificate);
    }
}
