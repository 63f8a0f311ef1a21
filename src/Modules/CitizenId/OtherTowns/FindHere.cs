using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId.OtherTowns;

/// <summary>Whom the citizen ID of another town means here. That town says who it is; whether and where the person lives here, this town's register says alone.</summary>
internal sealed class FindHere(IResidentRegister register, CitizenSessions sessions, IOptions<TownOptions> town, TownCalendar calendar)
{
    /// <summary>The person of this town's register; refused when the card does not fit its issuer, or the register knows nobody whom it must mean.</summary>
    public async Task<Outcome<ShownPerson>> ExecuteAsync(AcceptedTown issuer, JsonObject claims, CancellationToken cancellationToken)
    {
        if (!CardOfOtherTown.Read(claims, issuer, town.Value.Demo).Succeeded(out var card, out var refusal))
            return refusal;

        var answer = await register.FindAsync(card.Person.ToQuery(), cancellationToken);
        return IdentityDecision.Decide(card.Person, answer, town.Value.Ags, calendar.Today) switch
        {
            IdentityDecision.Granted granted => await OfPairAsync(issuer, card, granted.Resident, cancellationToken),
            IdentityDecision.Refused { Refusal: NotInRegister } => new NotRegisteredHere(issuer.Name, town.Value.Name),
            IdentityDecision.Refused refused => refused.Refusal,
            _ => new RegisterSilent(),
        };
    }

    /// <summary>A subject of a town that has once led to somebody leads to nobody else: towns issue anew, and registers change names.</summary>
    private async Task<Outcome<ShownPerson>> OfPairAsync(AcceptedTown issuer, CardOfOtherTown card, ResidentId resident, CancellationToken cancellationToken)
    {
        var pair = new OtherTownsId(issuer.Ags, issuer.Name, card.Reference);
        return await sessions.FindOwnerAsync(pair, cancellationToken) is { } owner && owner != resident.Value
            ? new KnownAsAnother(issuer.Name)
            : new ShownPerson(resident, card.Level) { OtherTown = pair };
    }
}
