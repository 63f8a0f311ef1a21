using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Metadata;

/// <summary>What wallets and verifiers read about an issuer before they talk to it; written once per process.</summary>
internal sealed class ReadMetadata(HostedIssuers issuers)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Slug, string WellKnown), byte[]> written = new();

    /// <summary>The metadata of one kind; null when there is no such issuer.</summary>
    public byte[]? Read(string slug, string wellKnown) =>
        issuers.Find(slug) is { } issuer ? written.GetOrAdd((slug, wellKnown), key => Write(issuer, key.WellKnown)) : null;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var wellKnown in (string[])[WellKnownAddresses.CredentialIssuer, WellKnownAddresses.AuthorizationServer, WellKnownAddresses.JwtVcIssuer])
        {
            endpoints.MapGet(wellKnown + "/issuers/{slug}", (string slug, ReadMetadata metadata, HttpContext context) =>
                metadata.Read(slug, wellKnown) is { } json ? context.PublicAnswer(json, Fresh) : Results.NotFound()).OpenToWallets();
        }
    }

    private static byte[] Write(HostedIssuer issuer, string wellKnown) => StrictJson.Write(wellKnown switch
    {
        WellKnownAddresses.CredentialIssuer => Describe(issuer).ToJson(),
        WellKnownAddresses.AuthorizationServer => new AuthorizationServerMetadata(issuer.Id, issuer.At("/token")) { StatusListAggregationEndpoint = issuer.At(ListStatusLists.Path) }.ToJson(),
        _ => new JwtVcIssuerMetadata(issuer.Id, [issuer.Key.Signing.PublicKey]).ToJson(),
    });

    private static CredentialIssuerMetadata Describe(HostedIssuer issuer) => new(issuer.Id, issuer.At("/credential"), [.. issuer.Types.Select(Describe)])
    {
        NonceEndpoint = issuer.At("/nonce"),
        BatchSize = issuer.BatchSize,
        Display = Texts(issuer.Identity.Name),
    };

    private static CredentialConfiguration Describe(CredentialType type) => CredentialConfiguration.SdJwtVc(type.ConfigurationId, type.Vct) with
    {
        Display = [.. Texts(type.Name).Select(text => text with { BackgroundColor = type.BackgroundColor, TextColor = type.TextColor })],
        Claims = [.. type.Claims.Select(claim => new ClaimDescription(ClaimPath.Of([.. claim.Path]), Texts(claim.Label), claim.Mandatory))],
    };

    private static DisplayText[] Texts(LocalizedText text) =>
        [new(text.German, Language.German.Tag()), new(text.English, Language.English.Tag())];
}
