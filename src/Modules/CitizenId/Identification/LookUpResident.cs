using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>Asks the register about a stored ID card and stores what follows. Can be repeated at any time, by several at once.</summary>
internal sealed class LookUpResident(IDbContextFactory<CitizenIdDb> databases, IResidentRegister register, IOptions<TownOptions> town, AuditTrail audit, TownCalendar calendar)
{
    /// <summary>Where the request stands afterwards.</summary>
    public async Task<IdentificationState> ExecuteAsync(Guid requestId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var request = await database.Requests.SingleAsync(request => request.Id == requestId, cancellationToken);
        if (request.State is not IdentificationState.Looking)
            return request.State;

        var card = IdCard.ReadStored(request.IdCard!);
        var answer = await register.FindAsync(card.ToQuery(), cancellationToken);
        if (!Apply(request, IdentityDecision.Decide(card, answer, town.Value.Ags, calendar.Today)))
            return request.State;

        WriteDown(database, request);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return request.State;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another round has decided in the meantime; its decision stands.
            return await database.Requests.AsNoTracking().Where(stored => stored.Id == requestId).Select(stored => stored.State).SingleAsync(cancellationToken);
        }
    }

    /// <summary>True when something was decided. The card is forgotten as soon as it has served.</summary>
    private static bool Apply(IdentificationRequest request, IdentityDecision decision)
    {
        switch (decision)
        {
            case IdentityDecision.Granted granted:
                (request.State, request.ResidentId, request.AddressDiffers, request.IdCard) = (IdentificationState.Granted, granted.Resident.Value, granted.CardAddressIsOld, null);
                return true;
            case IdentityDecision.Refused refused:
                (request.State, request.Refusal, request.IdCard) = (IdentificationState.Refused, StoredRefusal.Of(refused.Refusal).Write(), null);
                return true;
            default:
                return false;
        }
    }

    private void WriteDown(CitizenIdDb database, IdentificationRequest request) => audit.Add(
        database,
        Actors.Program,
        request.State is IdentificationState.Granted ? "citizen-id-granted" : "citizen-id-refused",
        $"request/{request.Id}",
        request.Refusal is { } refusal ? StoredRefusal.Read(refusal).Type : null);
}
