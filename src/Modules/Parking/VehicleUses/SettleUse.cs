using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>Carries out what a keeper or a clerk has decided about a use; what a withdrawn one means for a permit is decided as if the vehicle had gone.</summary>
internal sealed class SettleUse(IDbContextFactory<ParkingDb> databases, Outbox<ParkingDb> outbox, AuditTrail trail, TimeProvider time)
{
    /// <summary>The keeper consents; null when that was carried out.</summary>
    public Task<Refusal?> ConsentAsync(Guid id, ResidentId keeper, string statement, CancellationToken cancellationToken) => ChangeAsync(id, Actors.Citizen, "vehicle-use-accepted", use =>
    {
        if (!UseRules.Fits(use, withdraws: false))
            return new UseAnswered();
        (use.State, use.KeeperId, use.Statement) = (VehicleUseState.Accepted, keeper.Value, statement);
        return null;
    }, cancellationToken);

    /// <summary>A clerk answers; null when that was carried out.</summary>
    public Task<Refusal?> AnswerAsync(Guid id, UseAnswer answer, Guid clerk, CancellationToken cancellationToken) => ChangeAsync(
        id, Actors.Staff(clerk), answer.Accepts ? "vehicle-use-accepted" : "vehicle-use-refused", use =>
        {
            if (use.State is not VehicleUseState.WaitingForClerk)
                return new UseAnswered();
            (use.State, use.Answer) = (answer.Accepts ? VehicleUseState.Accepted : VehicleUseState.Refused, answer.Words);
            (use.LengthMillimetres, use.WidthMillimetres, use.ValidUntil) = (answer.LengthMillimetres, answer.WidthMillimetres, answer.ValidUntil);
            return null;
        }, cancellationToken);

    /// <summary>The keeper takes the consent back; null when that was carried out.</summary>
    public Task<Refusal?> WithdrawAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, Actors.Citizen, "vehicle-use-withdrawn", use =>
    {
        if (!UseRules.Fits(use, withdraws: true))
            return new UseAnswered();
        use.State = VehicleUseState.Withdrawn;
        return null;
    }, cancellationToken);

    private async Task<Refusal?> ChangeAsync(Guid id, string actor, string action, Func<VehicleUse, Refusal?> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.VehicleUses.SingleOrDefaultAsync(use => use.Id == id, cancellationToken) is not { } use)
            return new UseNotFound();
        if (change(use) is { } refusal)
            return refusal;

        (use.AnsweredBy, use.AnsweredAt, use.Revision) = (actor, time.GetUtcNow(), use.Revision + 1);
        trail.Add(database, actor, action, AskForUse.SubjectOf(id));
        if (use.State is VehicleUseState.Withdrawn)
            outbox.Add(database, UseWithdrawn.MessageKind, new WithdrawnUse(use.Id, use.UserId, use.Plate, DateOnly.FromDateTime(TownCalendar.OnTownClocks(time.GetUtcNow()).DateTime)));
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new UseAnswered();
        }

        outbox.Wake();
        return null;
    }
}

/// <summary>What a clerk says of the evidence.</summary>
/// <param name="Accepts">Yes or no.</param>
/// <param name="Words">What was seen, or why not; the user reads it.</param>
/// <param name="LengthMillimetres">From the vehicle's papers; null when the register knows it.</param>
/// <param name="WidthMillimetres">From the vehicle's papers; null when the register knows it.</param>
/// <param name="ValidUntil">Last day of what was seen; null: until further notice.</param>
internal sealed record UseAnswer(bool Accepts, string Words, int? LengthMillimetres, int? WidthMillimetres, DateOnly? ValidUntil);
