using Modellstadt.Parking.Rules;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
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

    /// <summary>Stands in the address of the permit's page when the last click was refused, with the name of the refusal.</summary>
    public const string Refused = "refused";

    /// <summary>Where the form of a permit's page leads.</summary>
    public static string AddressOf(Guid id) => $"/office/permits/{id:D}/revocation";

    /// <summary>Revokes; harmless when the permit has ended before.</summary>
    /// <param name="id">The permit.</param>
    /// <param name="reason">Why, in the clerk's words; goes to the audit trail.</param>
    /// <param name="clerk">Account of the clerk.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<Permit>> RevokeAsync(Guid id, string? reason, Guid clerk, CancellationToken cancellationToken)
    {
        if (Words(reason) is not { } given)
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

        End(database, found, reason, clerk);
        await database.SaveChangesAsync(cancellationToken);
        Tell(found);
        return found;
    }

    /// <summary>Revokes in a unit of work: state, reason and message to the issuer belong together.</summary>
    public void End(ParkingDb database, Permit permit, string reason, Guid clerk)
    {
        permit.End(PermitState.Revoked, reason, time.GetUtcNow());
        journal.Add(database, permit, Actors.Staff(clerk), "permit-revoked", reason);
        outbox.Add(database, CredentialsRevoked.MessageKind, new RevokedPermit(permit.Id));
    }

    /// <summary>Tells wardens and the issuer what was stored.</summary>
    public void Tell(Permit permit)
    {
        index.Put(permit);
        outbox.Wake();
    }

    /// <summary>A reason without blanks around it; null when it is too short or too long.</summary>
    public static string? Words(string? reason) => reason?.Trim() is { Length: >= ShortestReason and <= LongestReason } given ? given : null;

    /// <summary>Back to the permit, which says why the last click was refused; no page for what does not exist.</summary>
    public static IResult Onwards(Guid permit, Refusal? refusal) =>
        new SeeOther(refusal is null ? $"/office/permits/{permit:D}" : $"/office/permits/{permit:D}?{Refused}={refusal.Type[(refusal.Type.LastIndexOf(':') + 1)..]}");
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
