using System.Text.Json.Nodes;

namespace Modellstadt.Issuer;

/// <summary>What is to be offered to whose wallet.</summary>
/// <param name="ConfigurationId">The <see cref="CredentialType"/>.</param>
/// <param name="Claims">The claims; deleted once nobody can fetch the credential any more.</param>
/// <param name="Subject">The calling module's reference, for example <c>permit/…</c>: by it the credential is revoked and a holder code is resolved. Never leaves the server.</param>
/// <param name="ValidUntil">The end of validity, rounded up to the full hour; null for the type's own validity.</param>
/// <param name="IdempotencyKey">Equal for repeated calls for the same thing, for example <c>permit/…/1</c>.</param>
/// <param name="TransactionCodeLength">Digits of a code that the person must type into the wallet (4 to 8); null for none.</param>
public sealed record OfferDraft(
    string ConfigurationId, JsonObject Claims, string Subject, DateTimeOffset? ValidUntil, string IdempotencyKey, int? TransactionCodeLength = null)
{
    /// <summary>
    /// True when it is not certain yet that the credential can be issued: a wallet may fetch the offer and prove its keys, and gets the copies after
    /// <see cref="CredentialOffers.ReleaseAsync"/> (OpenID4VCI 1.0, section 9).
    /// </summary>
    public bool Deferred { get; init; }
}
