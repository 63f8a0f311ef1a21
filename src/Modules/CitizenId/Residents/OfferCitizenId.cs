using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>Offers a resident's citizen ID to a wallet. The register is asked afresh: an offer never carries an old address.</summary>
internal sealed class OfferCitizenId(IResidentRegister register, CitizenReferences references, CredentialOffers offers, IOptions<TownOptions> town, TownCalendar calendar)
{
    /// <summary>Under which name the issuer keeps the copies of the person with this reference.</summary>
    public static string SubjectOf(string reference) => $"citizen-id/{reference}";

    /// <summary>The offer; the same one again for the same <paramref name="idempotencyKey"/>, opened anew when it has ended.</summary>
    public async Task<Outcome<CredentialOffer>> ExecuteAsync(ResidentId id, string idempotencyKey, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var answer = await register.ReadAsync(id, cancellationToken);
        if (answer is not RegisterAnswer<Resident>.Found(var resident))
            return answer is RegisterAnswer<Resident>.Unreachable ? new RegisterUnreachable() : new ResidentUnknown();
        if (ResidencyRules.Refuse(resident, town.Value.Ags, today) is { } refusal)
            return refusal;

        var reference = await references.GetOrDrawAsync(id, cancellationToken);
        var claims = CitizenIdCredential.Claims(resident, reference, town.Value, today);
        return await offers.CreateAsync(new OfferDraft(CitizenIds.ConfigurationId, claims, SubjectOf(reference), null, idempotencyKey), cancellationToken);
    }
}
