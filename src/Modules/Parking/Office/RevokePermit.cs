using Modellstadt.Parking.Rules;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>A clerk takes a permit back (§ 49 VwVfG NRW). State, reason and message to the issuer are one transaction; the warden sees it at once, wallets within a minute.</summary>
internal sealed class RevokePermit(
    IDbContextFactory<ParkingDb> databases, Outbox<ParkingDb> outbox, PlateIndex index, TownRules rules, ApplicationJournal journal, TimeProvider time)
{
    /// <summary>Shortest reason, characters.</summary>
    public const int ShortestReason = 3;

    /// <summary>Longest reason, characters.</summary>
    public const int LongestReason = 500;

    /// <summary>Stands in the address of the permit's page when it was asked to revoke without a fitting reason.</summary>
    public const string ReasonIsMissing = "reason-missing";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/office/permits/{id:guid}/revocation", RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(8192).ExcludeFromDescription();

    /// <summary>Where the form of a permit's page leads.</summary>
    public static string AddressOf(Guid id) => $"/office/permits/{id:D}/revocation";

    /// <summary>Revokes; harmless when the permit has ended before.</summary>
    /// <param name="id">The permit.</param>
    /// <param name="reason">Why, in the clerk's words; goes to the audit trail.</param>
    /// <param name="clerk">Account of the clerk.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<Permit>> RevokeAsync(Guid id, string? reason, Guid clerk, CancellationToken cancellationToken)
    {
        if (reason?.Trim() is not { Length: >= ShortestReason and <= LongestReason } given)
            return new RevocationNeedsReason();

        try
        {
            return await StoreAsync(id, given, clerk, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody changed the permit in the same moment, perhaps revoked it as well: what they stored counts.
            return await StoreAsync(id, given, clerk, cancellationToken);
        }
    }

    private async Task<Outcome<Permit>> StoreAsync(Guid id, string reason, Guid clerk, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Permits.SingleOrDefaultAsync(permit => permit.Id == id && permit.Ags == rules.Ags, cancellationToken) is not { } found)
            return new PermitNotFound();
        if (found.EndedAt is not null)
            return found;

        var now = time.GetUtcNow();
        found.End(PermitState.Revoked, reason, now);
        journal.Add(database, found, Actors.Staff(clerk), "permit-revoked", reason);
        outbox.Add(database, CredentialsRevoked.MessageKind, new RevokedPermit(id));
        await database.SaveChangesAsync(cancellationToken);
        index.Put(found);
        outbox.Wake();
        return found;
    }

    private static async Task<IResult> RespondAsync(Guid id, [FromForm] string? reason, HttpContext context, RevokePermit revocation, CurrentStaff clerk)
    {
        var outcome = await revocation.RevokeAsync(id, reason, clerk.Id!.Value, context.RequestAborted);
        return outcome.Match<IResult>(
            permit => new SeeOther($"/office/permits/{permit.Id:D}"),
            refusal => refusal is RevocationNeedsReason ? new SeeOther($"/office/permits/{id:D}?{ReasonIsMissing}=1") : context.Problem(refusal));
    }
}

/// <summary>The message that a permit was revoked.</summary>
internal sealed record RevokedPermit(Guid PermitId);

/// <summary>Tells the issuer to revoke the credentials of a permit.</summary>
internal sealed class CredentialsRevoked(CredentialStatuses statuses) : IOutboxReceiver<ParkingDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "permit-revoked";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var revoked = JsonSerializer.Deserialize<RevokedPermit>(message.Payload, JsonSerializerOptions.Web)!;
        return statuses.RevokeAsync(PermitSubject.Of(revoked.PermitId), cancellationToken);
    }
}
