using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Issuer.WalletProviders;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Metadata;

/// <summary>What an issuer's authorization server says about itself: what holds for all its types is said here, what one type demands shows when it is asked for.</summary>
internal sealed class ServerDescription(WalletProviderTrust trust)
{
    private const string NoAuthentication = "none";

    /// <summary>The metadata (RFC 8414).</summary>
    public AuthorizationServerMetadata Of(HostedIssuer issuer)
    {
        var attests = Attests(issuer);
        return new AuthorizationServerMetadata(issuer.Id, issuer.At("/token"))
        {
            GrantTypes = [TokenGrant.AuthorizationCode, CredentialOfferObject.PreAuthorizedGrant, TokenGrant.RefreshToken],
            AuthorizationEndpoint = issuer.At("/authorize"),
            PushedRequestEndpoint = issuer.At("/par"),
            RequiresPushedRequests = All(issuer, policy => policy.RequiresPushedRequest),
            ChallengeEndpoint = attests ? issuer.At("/challenge") : null,
            ClientAuthentication = [.. All(issuer, policy => policy.RequiresWalletAttestation) ? [] : (string[])[NoAuthentication], .. attests ? [AuthorizationServerMetadata.AttestationMethod] : (string[])[]],
            DpopAlgorithms = [JoseAlgorithms.Es256],
            StatusListAggregationEndpoint = issuer.At(ListStatusLists.Path),
            Scopes = [.. issuer.Types.Select(type => type.ConfigurationId)],
            AnonymousAccess = issuer.Types.Any(type => !type.Policy.RequiresAuthorizationCode && !type.Policy.RequiresWalletAttestation),
        };
    }

    /// <summary>Where no provider is believed, wallets had better not try.</summary>
    private bool Attests(HostedIssuer issuer) => trust.Current.Anchors.Count > 0 || issuer.Types.Any(type => type.Policy.RequiresWalletAttestation);

    private static bool All(HostedIssuer issuer, Func<CredentialPolicy, bool> demand) => issuer.Types.Count > 0 && issuer.Types.All(type => demand(type.Policy));
}
