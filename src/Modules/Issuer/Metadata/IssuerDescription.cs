using Modellstadt.Issuer.Identities;
using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Metadata;

/// <summary>Describes an issuer and what it issues (OpenID4VCI 1.0, section 12.2.4).</summary>
internal static class IssuerDescription
{
    /// <summary>The metadata.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="requestKey">The key that wallets encrypt for at present.</param>
    public static CredentialIssuerMetadata Of(HostedIssuer issuer, JsonWebKey requestKey)
    {
        // One statement for all types (section 12.2.4): it is "required" only where every type says so. Each type insists for itself.
        var encrypted = issuer.Types.Count > 0 && issuer.Types.All(type => type.Policy.RequiresEncryptedResponse);
        return new CredentialIssuerMetadata(issuer.Id, issuer.At("/credential"), [.. issuer.Types.Select(Describe)])
        {
            NonceEndpoint = issuer.At("/nonce"),
            RequestEncryption = new CredentialRequestEncryption([requestKey], MessageEncryption.Encryptions, encrypted),
            ResponseEncryption = new CredentialResponseEncryption([JoseAlgorithms.EcdhEs], MessageEncryption.Encryptions, encrypted),
            BatchSize = issuer.BatchSize,
            Display = Texts(issuer.Identity.Name),
        };
    }

    private static CredentialConfiguration Describe(CredentialType type) => CredentialConfiguration.SdJwtVc(type.ConfigurationId, type.Vct) with
    {
        Display = [.. Texts(type.Name).Select(text => text with { BackgroundColor = type.BackgroundColor, TextColor = type.TextColor })],
        Claims = [.. type.Claims.Select(claim => new ClaimDescription(ClaimPath.Of([.. claim.Path]), Texts(claim.Label), claim.Mandatory))],
    };

    private static DisplayText[] Texts(LocalizedText text) =>
        [new(text.German, Language.German.Tag()), new(text.English, Language.English.Tag())];
}
