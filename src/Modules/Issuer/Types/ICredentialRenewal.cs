using System.Text.Json.Nodes;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Issuer;

/// <summary>
/// A module's word on what a credential says today: asked when a wallet fetches fresh copies by a refresh token (OpenID4VCI 1.0,
/// section 13.5). A type without it gives no refresh tokens, and the issuer keeps no claims for later.
/// </summary>
public interface ICredentialRenewal
{
    /// <summary>The <see cref="CredentialType"/>.</summary>
    string ConfigurationId { get; }

    /// <summary>
    /// The claims as of now for a subject of an earlier <see cref="OfferDraft"/>. A refusal ends the refresh; one with status 503 asks the
    /// wallet to come again later.
    /// </summary>
    Task<Outcome<RenewedCredential>> RenewAsync(string subject, CancellationToken cancellationToken);
}

/// <summary>What fresh copies say.</summary>
/// <param name="Claims">The claims.</param>
/// <param name="ValidUntil">As in <see cref="OfferDraft"/>.</param>
public sealed record RenewedCredential(JsonObject Claims, DateTimeOffset? ValidUntil);
