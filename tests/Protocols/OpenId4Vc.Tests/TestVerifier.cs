using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Tests;

/// <summary>A verifier with an authority, a certificate for its host and a key for answers.</summary>
internal sealed class TestVerifier
{
    private static readonly Validity Valid = new(Keys.Now.AddDays(-1), Keys.Now.AddDays(365));

    private readonly X509Certificate2 leaf;

    public TestVerifier(int seed = 20, string? host = "verifier.example", CertificateRole? role = null, string? identifier = null)
    {
        var authority = CertificateAuthority.CreateRoot("Test verifier root", Keys.New(seed), Valid, Keys.Random(seed));
        Key = Keys.New(seed + 1);
        leaf = authority.IssueLeaf(new LeafRequest("Test verifier", Key.PublicKey, role ?? CertificateRole.Verifier, Valid) { DnsNames = host is null ? [] : [host], OrganizationIdentifier = identifier }, Keys.Random(seed + 1));
        (Root, X5c) = (authority.Certificate, CertificateChains.ToX5c(leaf));
        Decryption = DecryptionKey.Create(Keys.Random(seed + 2));
    }

    public static DcqlQuery Query { get; } = DcqlQuery.ForSdJwt("card", "urn:example:card:1", "given_name");

    public X509Certificate2 Root { get; }

    public SigningKey Key { get; }

    public JsonArray X5c { get; }

    public DecryptionKey Decryption { get; }

    public string ClientId => RequestObject.ClientIdOf(leaf);

    public PresentationRequestRules Rules => new(ClientId, [Root], Keys.Now);

    /// <summary>A question for the name on a card.</summary>
    public RequestObject Ask(DcqlQuery? query = null) => new(
        ClientId, new Uri("https://verifier.example/answers/1"), "nonce-of-the-verifier", query ?? Query,
        new ResponseEncryption(Decryption.PublicKey with { KeyId = "key-1" }, ResponseEncryption.DefaultEncryptions))
    {
        State = "state-1",
    };

    /// <summary>Signs under any client identifier with the certificate.</summary>
    public RequestSigner SignerFor(string clientId) => new(clientId, Key, X5c);

    /// <summary>The request object as sent.</summary>
    public string Sign(RequestObject? request = null) => (request ?? Ask()).Sign(SignerFor(ClientId));

    /// <summary>A request object with any change, rightly signed.</summary>
    public string Sign(Action<JsonObject>? payload, Action<JsonObject>? header = null)
    {
        var parts = Sign().Split('.');
        var (head, body) = (Decode(parts[0]), Decode(parts[1]));
        payload?.Invoke(body);
        header?.Invoke(head);
        return CompactJws.Sign(head, body, Key);
    }

    private static JsonObject Decode(string part) => StrictJson.ParseObject(Base64Url.Decode(part).Expect()).Expect();
}
