using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Holder;

namespace Modellstadt.Testing;

/// <summary>An issuer for tests of verifiers: an authority, a leaf, one status list.</summary>
public sealed class TestIssuer
{
    private readonly SigningKey key;
    private readonly JsonArray x5c;
    private readonly RandomFill random;
    private readonly StatusList statuses = new(bits: 2, count: 1_000);
    private int nextIndex;

    /// <summary>A new issuer whose certificates are valid for a year around <paramref name="now"/>.</summary>
    public TestIssuer(string name, DateTimeOffset now, RandomFill random)
    {
        this.random = random;
        var validity = new Validity(now.AddDays(-60), now.AddDays(365));
        var authority = CertificateAuthority.CreateRoot($"{name} root", SoftwareSigningKey.Create(random), validity, random);
        key = SoftwareSigningKey.Create(random);
        Root = authority.Certificate;
        x5c = CertificateChains.ToX5c(authority.IssueLeaf(new LeafRequest(name, key.PublicKey, CertificateRole.CredentialIssuer, validity), random));
    }

    /// <summary>The anchor to trust.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>Where its status list would be published.</summary>
    public Uri StatusListAddress { get; init; } = new("https://issuer.example/status-lists/1");

    /// <summary>A credential bound to a fresh key.</summary>
    /// <param name="vct">Its type.</param>
    /// <param name="claims">Claims besides vct, iat, exp and status; all selectively disclosable.</param>
    /// <param name="expiresAt">`exp`.</param>
    /// <param name="disclosable">What becomes selectively disclosable; null: every claim.</param>
    public PresentableCredential Issue(string vct, JsonObject claims, DateTimeOffset expiresAt, IReadOnlyCollection<ClaimPath>? disclosable = null) =>
        Issue(vct, claims, expiresAt, new StatusReference(StatusListAddress.OriginalString, nextIndex++).ToJson(), disclosable);

    /// <summary>The same with any status, or none.</summary>
    public PresentableCredential Issue(string vct, JsonObject claims, DateTimeOffset expiresAt, JsonObject? status, IReadOnlyCollection<ClaimPath>? disclosable = null)
    {
        var complete = claims.DeepClone().AsObject();
        complete["vct"] = vct;
        complete["iat"] = expiresAt.AddDays(-30).ToUnixTimeSeconds();
        complete["exp"] = expiresAt.ToUnixTimeSeconds();
        if (status is not null)
            complete["status"] = status;
        var holder = SoftwareSigningKey.Create(random);
        var text = SdJwtIssuer.Issue(new SdJwtContents(complete) { HolderKey = holder.PublicKey, X5c = x5c, Disclosable = disclosable }, key, random);
        return new PresentableCredential(ParsedSdJwt.Parse(text).Expect(), holder);
    }

    /// <summary>An mdoc bound to a fresh key.</summary>
    /// <param name="documentType">Its type, also the name space of its elements.</param>
    /// <param name="elements">Texts; all selectively disclosable.</param>
    /// <param name="expiresAt">`validUntil`.</param>
    /// <param name="withStatus">False for one that says nothing about its status.</param>
    public PresentableMdoc IssueMdoc(string documentType, IReadOnlyDictionary<string, string> elements, DateTimeOffset expiresAt, bool withStatus = true)
    {
        var device = SoftwareSigningKey.Create(random);
        var signed = expiresAt.AddDays(-30);
        var contents = new MdocContents(
            documentType,
            [.. elements.Select(element => new MdocElement(documentType, element.Key, CborItem.Of(element.Value)))],
            device.PublicKey,
            new MdocValidity(signed, signed, expiresAt),
            [Leaf])
        {
            Status = withStatus ? new StatusReference(StatusListAddress.OriginalString, nextIndex++) : null,
        };
        return new PresentableMdoc(MdocIssuer.Issue(contents, key, random), documentType, device);
    }

    /// <summary>Sets the status of a credential that this issuer made.</summary>
    public void SetStatus(PresentableCredential credential, byte status) =>
        statuses[StatusReference.Parse(credential.SdJwt.IssuerJwt.Payload.Object("status")!).Expect().Index] = status;

    /// <summary>Sets the status of an mdoc that this issuer made.</summary>
    public void SetStatus(PresentableMdoc mdoc, byte status) =>
        statuses[MobileSecurityObject.Parse(mdoc.Issued.IssuerAuth.Payload!.Value).Expect().Status!.Index] = status;

    /// <summary>The status list as of <paramref name="now"/>, with what the caller changes before it is signed.</summary>
    public string SignStatusList(DateTimeOffset now, TimeSpan timeToLive, Action<JsonObject>? change = null)
    {
        var honest = StatusListOf(now, timeToLive).Sign(key, x5c);
        if (change is null)
            return honest;
        var payload = CompactJws.Parse(honest).Expect().Payload.DeepClone().AsObject();
        change(payload);
        return CompactJws.Sign(new JsonObject { ["typ"] = StatusListToken.Type, ["x5c"] = x5c.DeepClone() }, payload, key);
    }

    /// <summary>The same as a CWT.</summary>
    public byte[] SignStatusListCwt(DateTimeOffset now, TimeSpan timeToLive) => StatusListCwt.Sign(
        StatusListOf(now, timeToLive), key, [.. x5c.Select(entry => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(entry!.GetValue<string>())))]);

    private X509Certificate2 Leaf => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(x5c[0]!.GetValue<string>()));

    private StatusListToken StatusListOf(DateTimeOffset now, TimeSpan timeToLive) =>
        new(StatusListAddress.OriginalString, statuses, now) { TimeToLive = timeToLive, ExpiresAt = now.AddHours(1) };
}
