using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Office.Cases;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office.Revocations;

/// <summary>Another clerk confirms a proposed revocation, or somebody withdraws it: <c>POST /office/permits/{id}/revocation/settlement</c>.</summary>
internal sealed class SettleRevocation(IDbContextFactory<ParkingDb> databases, RevokePermit revoke, TownRules rules, ApplicationJournal journal)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/office/permits/{id:guid}/revocation/settlement", RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();

    /// <summary>Where the buttons of a permit's page lead.</summary>
    public static string AddressOf(Guid id) => $"/office/permits/{id:D}/revocation/settlement";

    /// <summary>Revokes the permit with the reason of the proposal, in one transaction with it: never by the clerk who proposed it.</summary>
    public Task<Outcome<Permit>> ConfirmAsync(Guid id, CaseClaim clerk, CancellationToken cancellationToken) => SettleAsync(id, clerk, (database, permit, proposal) =>
    {
        if (proposal.ProposedBy == clerk.Clerk)
            return new RevocationNeedsSecondPerson();

        proposal.Settle(RevocationProposalState.Confirmed, clerk.Clerk, clerk.Since);
        if (permit.EndedAt is null)
            revoke.End(database, permit, proposal.Reason, clerk.Clerk);
        return null;
    }, cancellationToken);

    /// <summary>Takes the proposal back; either of the two may.</summary>
    public Task<Outcome<Permit>> WithdrawAsync(Guid id, CaseClaim clerk, CancellationToken cancellationToken) => SettleAsync(id, clerk, (database, permit, proposal) =>
    {
        proposal.Settle(RevocationProposalState.Withdrawn, clerk.Clerk, clerk.Since);
        journal.Add(database, permit, Actors.Staff(clerk.Clerk), "revocation-withdrawn", proposal.Reason);
        return null;
    }, cancellationToken);

    private async Task<Outcome<Permit>> SettleAsync(Guid id, CaseClaim clerk, Func<ParkingDb, Permit, RevocationProposal, Refusal?> settle, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Permits.SingleOrDefaultAsync(permit => permit.Id == id && permit.Ags == rules.Ags, cancellationToken) is not { } permit)
            return new PermitNotFound();
        var proposal = await database.RevocationProposals.SingleOrDefaultAsync(proposal => proposal.PermitId == id && proposal.State == RevocationProposalState.Open, cancellationToken);
        if (proposal is null || !proposal.IsOpenAt(clerk.Since))
            return new RevocationProposalOver();
        if (settle(database, permit, proposal) is { } refusal)
            return refusal;

        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RevocationProposalOver(); // The permit or the proposal changed in the same moment: look again.
        }

        revoke.Tell(permit);
        return permit;
    }

    private static async Task<IResult> RespondAsync(Guid id, [FromForm] string? wish, HttpContext context, SettleRevocation settle, CaseClerk clerk)
    {
        var outcome = wish == "confirm" ? await settle.ConfirmAsync(id, clerk.Now, context.RequestAborted) : await settle.WithdrawAsync(id, clerk.Now, context.RequestAborted);
        return RevokePermit.Onwards(id, outcome.Refusal);
    }
}
