using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Bench.Presentations;

/// <summary>
/// The check of one presentation without server and database: decrypt, read, verify issuer and key binding, match the query;
/// the issuer's chain validated before, as the server keeps it.
/// </summary>
internal sealed class PureCheck : IDisposable
{
    private readonly DecryptionKey key;
    private readonly string response;
    private readonly PresentationRules rules;

    public PureCheck(Scene scene)
    {
        var now = scene.Time.GetUtcNow();
        var issuer = new TestIssuer("Benchmark", now, scene.Random.Fill);
        var claims = new JsonObject { ["given_name"] = "Erika", ["family_name"] = "Müller", ["resident_reference"] = "r-1", ["address"] = new JsonObject { ["locality"] = "Gelsenkirchen" } };
        var copy = issuer.Issue("urn:modellstadt:citizen-id:1", claims, now.AddDays(30));

        key = DecryptionKey.Create(scene.Random.Fill);
        var encryption = new ResponseEncryption(key.PublicKey with { KeyId = key.PublicKey.Thumbprint }, ResponseEncryption.DefaultEncryptions);
        var request = new RequestObject("x509_hash:bench", new Uri("https://town.example/answers"), "nonce", LeanHolder.Query, encryption) { State = "state" };
        response = LeanHolder.Answer(request, copy, scene);
        var chain = CertificateChains.Validate(copy.SdJwt.IssuerJwt, new ChainRules([issuer.Root], CertificateRole.CredentialIssuer, now)).Expect();
        rules = new PresentationRules(request, (_, _) => chain, now);
    }

    /// <summary>The whole check once.</summary>
    public void Run()
    {
        var shown = (WalletAnswer.Shown)WalletAnswer.Open(response, key, rules.Question).Expect();
        PresentationCheck.Verify(shown, rules).Expect();
    }

    public void Dispose() => key.Dispose();
}

/// <summary>The cryptography of one check alone: a key agreement with a new key, a signature under a kept key, a signature under a new key.</summary>
internal sealed class RawCheckCryptography : IDisposable
{
    private readonly byte[] text = new byte[1_000];
    private readonly byte[] signature;
    private readonly ECDiffieHellman own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECParameters foreign;
    private readonly VerificationKey kept;

    public RawCheckCryptography(Scene scene)
    {
        using var signer = SoftwareSigningKey.Create(scene.Random.Fill);
        (signature, kept, foreign) = (signer.Sign(text), VerificationKey.Import(signer.PublicKey), signer.PublicKey.ToParameters());
    }

    /// <summary>All of it once.</summary>
    public void Run()
    {
        using var ephemeral = ECDiffieHellman.Create(foreign);
        own.DeriveRawSecretAgreement(ephemeral.PublicKey);
        using var imported = VerificationKey.Import(kept.PublicKey);
        if (!kept.Verify(text, signature) || !imported.Verify(text, signature))
            throw new InvalidOperationException("A signature of our own does not verify.");
    }

    public void Dispose()
    {
        own.Dispose();
        kept.Dispose();
    }
}
