using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Modellstadt.Issuer.Credentials;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Metadata;

/// <summary>
/// What wallets and verifiers read about an issuer before they talk to it. Written once for each edition;
/// the signed form (OpenID4VCI 1.0, section 12.2.3) once in an hour as well, so that its time says something.
/// </summary>
internal sealed class ReadMetadata(HostedIssuers issuers, RequestKeys keys, CheckProofs proofs, ServerDescription server, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SignedAnew = TimeSpan.FromHours(1);
    private static readonly TimeSpan SignatureLifetime = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<(string Slug, string WellKnown), Written> plain = new();
    private readonly ConcurrentDictionary<string, Written> signed = new();

    /// <summary>The metadata of one kind; null when there is no such issuer.</summary>
    public byte[]? Read(string slug, string wellKnown) => issuers.Find(slug) is { } issuer
        ? plain.AddOrUpdate((slug, wellKnown), _ => Write(issuer, wellKnown), (_, old) => old.Edition == EditionOf(issuer) ? old : Write(issuer, wellKnown)).Bytes
        : null;

    /// <summary>The credential issuer metadata, signed; null when there is no such issuer.</summary>
    public byte[]? ReadSigned(string slug) => issuers.Find(slug) is { } issuer
        ? signed.AddOrUpdate(slug, _ => Sign(issuer), (_, old) => old.Edition == EditionOf(issuer) && time.GetUtcNow() < old.At + SignedAnew ? old : Sign(issuer)).Bytes
        : null;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var wellKnown in (string[])[WellKnownAddresses.AuthorizationServer, WellKnownAddresses.JwtVcIssuer])
        {
            endpoints.MapGet(wellKnown + "/issuers/{slug}", (string slug, ReadMetadata metadata, HttpContext context) =>
                metadata.Read(slug, wellKnown) is { } json ? context.PublicAnswer(json, Fresh) : Results.NotFound()).OpenToWallets();
        }

        endpoints.MapGet(WellKnownAddresses.CredentialIssuer + "/issuers/{slug}", AnswerAboutIssuer).OpenToWallets();
    }

    /// <summary>Signed for whoever would rather have it so (section 12.2.2); for all others JSON.</summary>
    private static IResult AnswerAboutIssuer(string slug, ReadMetadata metadata, HttpContext context)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        var wantsSigned = WantsSigned(context.Request);
        return (wantsSigned ? metadata.ReadSigned(slug) : metadata.Read(slug, WellKnownAddresses.CredentialIssuer)) is { } bytes
            ? context.PublicAnswer(bytes, Fresh, wantsSigned ? SignedIssuerMetadata.MediaType : null)
            : Results.NotFound();
    }

    private Edition EditionOf(HostedIssuer issuer) => new(keys.Period, proofs.ReadsAttestations, issuer.Keys.Ring, issuer.Key);

    private static bool WantsSigned(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return Wish(SignedIssuerMetadata.MediaType) is > 0 and var wish && wish >= Wish("application/json");

        // A wish for anything at all is none for signatures.
        double Wish(string mediaType) => accepted.Where(entry => entry.MediaType == mediaType).Select(entry => entry.Quality ?? 1).DefaultIfEmpty(0).Max();
    }

    private Written Write(HostedIssuer issuer, string wellKnown) => new(EditionOf(issuer), time.GetUtcNow(), StrictJson.Write(wellKnown switch
    {
        WellKnownAddresses.CredentialIssuer => Describe(issuer).ToJson(),
        WellKnownAddresses.AuthorizationServer => server.Of(issuer).ToJson(),
        _ => new JwtVcIssuerMetadata(issuer.Id, [.. issuer.Keys.Accepted.Select(key => key.Signing.PublicKey)]).ToJson(),
    }));

    private Written Sign(HostedIssuer issuer)
    {
        var now = time.GetUtcNow();
        var text = SignedIssuerMetadata.Sign(Describe(issuer), issuer.Key.Signing, issuer.Key.X5c, new Validity(now, now + SignatureLifetime));
        return new Written(EditionOf(issuer), now, Encoding.ASCII.GetBytes(text));
    }

    private CredentialIssuerMetadata Describe(HostedIssuer issuer) => IssuerDescription.Of(issuer, keys.Current(issuer), proofs.ReadsAttestations);

    /// <summary>What metadata depend on and what changes while the server runs.</summary>
    private readonly record struct Edition(long KeyPeriod, bool ReadsAttestations, KeyRing Ring, IssuerKey Key);

    /// <summary>A document, of which edition it is, and when it was written.</summary>
    private sealed record Written(Edition Edition, DateTimeOffset At, byte[] Bytes);
}
