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
    /// <param name="readsAttestations">True when there is anybody whose key attestations count.</param>
    public static CredentialIssuerMetadata Of(HostedIssuer issuer, JsonWebKey requestKey, bool readsAttestations)
    {
        // One statement for all types (section 12.2.4): it is "required" only where every type says so. Each type insists for itself.
        var encrypted = issuer.Types.Count > 0 && issuer.Types.All(type => type.Policy.RequiresEncryptedResponse);
        return new CredentialIssuerMetadata(issuer.Id, issuer.At("/credential"), [.. issuer.Types.SelectMany(type => Describe(type, readsAttestations))])
        {
            NonceEndpoint = issuer.At("/nonce"),
            DeferredEndpoint = issuer.At("/deferred"),
            NotificationEndpoint = issuer.At("/notification"),
            RequestEncryption = new CredentialRequestEncryption([requestKey], MessageEncryption.Encryptions, encrypted),
            ResponseEncryption = new CredentialResponseEncryption([JoseAlgorithms.EcdhEs], MessageEncryption.Encryptions, encrypted),
            BatchSize = issuer.BatchSize,
            Display = Texts(issuer.Identity.Name),
        };
    }

    private static IEnumerable<CredentialConfiguration> Describe(CredentialType type, bool readsAttestations)
    {
        yield return Complete(CredentialConfiguration.SdJwtVc(type.ConfigurationId, type.Vct), type, readsAttestations) with
        {
            Claims = [.. type.Claims.Select(claim => new ClaimDescription(ClaimPath.Of([.. claim.Path]), Texts(claim.Label), claim.Mandatory))],
        };
        if (type.Mdoc is { } form)
        {
            yield return Complete(CredentialConfiguration.Mdoc(form.ConfigurationId, form.DocumentType), type, readsAttestations) with
            {
                // Section 12.2.4: several configurations may share a scope. Whoever may have the type may have it in each form.
                Scope = type.ConfigurationId,
                Claims = [.. form.Elements.Select(element => Describe(element, type.Claims.FirstOrDefault(claim => claim.Name == element.Claim)))],
            };
        }
    }

    private static ClaimDescription Describe(MdocFormElement element, CredentialClaim? claim) => new(
        ClaimPath.Of(element.NameSpace, element.Identifier),
        (element.Label ?? claim?.Label) is { } label ? Texts(label) : [],
        claim?.Mandatory ?? element.Claim == MdocForm.EndOfValidity);

    private static CredentialConfiguration Complete(CredentialConfiguration configuration, CredentialType type, bool readsAttestations) => configuration with
    {
        // What a type demands is said even where nobody is trusted yet: then it is issued to nobody.
        AttestationAlgorithms = readsAttestations || type.Policy.RequiresKeyAttestation ? [JoseAlgorithms.Es256] : [],
        KeyAttestation = type.Policy.RequiresKeyAttestation ? new KeyAttestationDemand() : null,
        Reuse = type.Reuse ?? (type.BatchSize > 1 ? CredentialReusePolicy.Once(type.BatchSize, type.BatchSize / 5) : CredentialReusePolicy.Single),
        Display = [.. Texts(type.Name).Select(text => text with { BackgroundColor = type.BackgroundColor, TextColor = type.TextColor })],
    };

    private static DisplayText[] Texts(LocalizedText text) =>
        [new(text.German, Language.German.Tag()), new(text.English, Language.English.Tag())];
}
