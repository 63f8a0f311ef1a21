using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>Offers a resident's citizen ID to a wallet.</summary>
internal sealed class OfferCitizenId(ResidentClaims residents, CredentialOffers offers)
{
    /// <summary>The offer; the same one again for the same <paramref name="idempotencyKey"/>, opened anew when it has ended.</summary>
    public async Task<Outcome<CredentialOffer>> ExecuteAsync(ResidentId id, string idempotencyKey, CancellationToken cancellationToken)
    {
        if (!(await residents.ReadAsync(id, cancellationToken)).Succeeded(out var read, out var refusal))
            return refusal;
        return await offers.CreateAsync(new OfferDraft(CitizenIds.ConfigurationId, read.Claims, read.Subject, null, idempotencyKey), cancellationToken);
    }
}
