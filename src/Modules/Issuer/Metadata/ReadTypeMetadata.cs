using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.SdJwt.Types;

namespace Modellstadt.Issuer.Metadata;

/// <summary>
/// Publishes what a type of credentials is (SD-JWT VC, section 5): its names, colours and claims. A type whose <c>vct</c> is an address
/// below <c>{issuer}/types/</c> is found by everybody at its own name; for the others this is the retrieval method of section 5.3.3.
/// </summary>
internal static class ReadTypeMetadata
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/issuers/{slug}/types/{configurationId}", (string slug, string configurationId, HostedIssuers issuers, HttpContext context) =>
            issuers.Find(slug)?.Types.FirstOrDefault(type => type.ConfigurationId == configurationId) is { } found
                ? context.PublicAnswer(StrictJson.Write(Describe(found).ToJson()), Fresh)
                : Results.NotFound()).OpenToWallets();

    private static TypeMetadata Describe(CredentialType type) => new(type.Vct)
    {
        Name = type.Name.English,
        Display = [.. Each(type.Name, (language, name) => new TypeDisplay(language, name) { BackgroundColor = type.BackgroundColor, TextColor = type.TextColor })],
        Claims = [.. type.Claims.Select(claim => new ClaimMetadata(ClaimPath.Of([.. claim.Path]))
        {
            Display = [.. Each(claim.Label, (language, label) => new ClaimLabel(language, label))],
            Mandatory = claim.Mandatory,
            // Every claim hides by itself, its parts with it and not alone.
            Disclosure = claim.Path.Count == 1 ? ClaimDisclosure.Always : ClaimDisclosure.Never,
        })],
    };

    private static IEnumerable<T> Each<T>(LocalizedText text, Func<string, string, T> make) => [make(Language.German.Tag(), text.German), make(Language.English.Tag(), text.English)];
}
