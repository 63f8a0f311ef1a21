using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>A clerk lets a permit rest, or takes it up again: <c>POST /office/permits/{id}/suspension</c>. Its days go on; it can be undone, so one clerk is enough. Each is a decision with a letter.</summary>
internal sealed class SuspendPermit(IDbContextFactory<ParkingDb> databases, Outbox<ParkingDb> outbox, PlateIndex index, TownRules rules, RestPermit rest, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/office/permits/{id:guid}/suspension", RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(8192).ExcludeFromDescription();

    /// <summary>Where the form of a permit's page leads.</summary>
    public static string AddressOf(Guid id) => $"/office/permits/{id:D}/suspension";

    /// <summary>Suspends what is active, or takes up what is suspended; harmless otherwise.</summary>
    /// <param name="id">The permit.</param>
    /// <param name="suspends">True to suspend, false to take up again.</param>
    /// <param name="reason">Why, in the clerk's words; goes into the decision, which the holder reads, and to the audit trail.</param>
    /// <param name="clerk">Account of the clerk.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<Permit>> ExecuteAsync(Guid id, bool suspends, string? reason, Guid clerk, CancellationToken cancellationToken)
    {
        if (RevokePermit.Words(reason) is not { } given)
            return new RevocationNeedsReason();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Permits.SingleOrDefaultAsync(permit => permit.Id == id && permit.Ags == rules.Ags, cancellationToken) is not { } permit)
            return new PermitNotFound();
        if (permit.State != (suspends ? PermitState.Active : PermitState.Suspended))
            return permit;

        var notice = await database.FeeNotices.AsNoTracking().Where(notice => notice.PermitId == id).OrderByDescending(notice => notice.IssuedOn).FirstOrDefaultAsync(cancellationToken);
        rest.Add(database, permit, new OfficeReason(given, notice?.Addressee), clerk, time.GetUtcNow());
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new PermitChangedMeanwhile();
        }

        index.Put(permit);
        outbox.Wake();
        return permit;
    }

    private static async Task<IResult> RespondAsync(Guid id, [FromForm] string? wish, [FromForm] string? reason, HttpContext context, SuspendPermit suspend, CurrentStaff clerk)
    {
        var outcome = await suspend.ExecuteAsync(id, wish == "suspend", reason, clerk.Id!.Value, context.RequestAborted);
        return RevokePermit.Onwards(id, outcome.Refusal);
    }
}

/// <summary>The message that the credentials of a permit must follow its state.</summary>
internal sealed record PermitToFollow(Guid PermitId);

/// <summary>Suspends the credentials of a permit or makes them valid again, whichever the permit is by then: late and repeated messages do no harm.</summary>
internal sealed class CredentialsFollow(IDbContextFactory<ParkingDb> databases, CredentialStatuses statuses) : IOutboxReceiver<ParkingDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "permit-suspension-changed";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public async Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var id = JsonSerializer.Deserialize<PermitToFollow>(message.Payload, JsonSerializerOptions.Web)!.PermitId;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var state = await database.Permits.Where(permit => permit.Id == id).Select(permit => (PermitState?)permit.State).SingleOrDefaultAsync(cancellationToken);
        if (state is PermitState.Suspended)
            await statuses.SuspendAsync(PermitSubject.Of(id), cancellationToken);
        else if (state is PermitState.Active)
            await statuses.ResumeAsync(PermitSubject.Of(id), cancellationToken);
    }
}
