using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Office.Cases;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office.Revocations;

/// <summary>
/// A clerk wants to take a permit back: <c>POST /office/permits/{id}/revocation</c>. Where the town asks for two, another clerk must
/// confirm it; else it is done at once.
/// </summary>
internal sealed class ProposeRevocation(
    IDbContextFactory<ParkingDb> databases, TownRules rules, ApplicationJournal journal, RandomSource random)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/office/permits/{id:guid}/revocation", RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(8192).ExcludeFromDescription();

    /// <summary>Stores the proposal; harmless when there is an open one, or when the permit has ended.</summary>
    /// <param name="id">The permit.</param>
    /// <param name="reason">Why, in the clerk's words.</param>
    /// <param name="clerk">Who proposes it, now.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<Permit>> ExecuteAsync(Guid id, string? reason, CaseClaim clerk, CancellationToken cancellationToken)
    {
        if (RevokePermit.Words(reason) is not { } given)
            return new RevocationNeedsReason();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Permits.AsNoTracking().SingleOrDefaultAsync(permit => permit.Id == id && permit.Ags == rules.Ags, cancellationToken) is not { } permit)
            return new PermitNotFound();
        if (permit.EndedAt is not null)
            return permit;

        var open = await database.RevocationProposals.SingleOrDefaultAsync(proposal => proposal.PermitId == id && proposal.State == RevocationProposalState.Open, cancellationToken);
        if (open is not null && open.IsOpenAt(clerk.Since))
            return permit;

        if (open is not null)
        {
            open.Settle(RevocationProposalState.Expired, null, clerk.Since);
            await database.SaveChangesAsync(cancellationToken);
        }

        return await StoreAsync(database, permit, given, clerk, cancellationToken);
    }

    private async Task<Outcome<Permit>> StoreAsync(ParkingDb database, Permit permit, string reason, CaseClaim clerk, CancellationToken cancellationToken)
    {
        database.RevocationProposals.Add(new RevocationProposal
        {
            Id = random.NewId(), Ags = permit.Ags, PermitId = permit.Id, Reason = reason, ProposedBy = clerk.Clerk, ProposedByName = clerk.Name, ProposedAt = clerk.Since,
        });
        journal.Add(database, permit, Actors.Staff(clerk.Clerk), "revocation-proposed", reason);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // A colleague proposed it in the same moment: the index lets one of them through, and theirs stands on the page.
        }

        return permit;
    }

    private static async Task<IResult> RespondAsync(
        Guid id, [FromForm] string? reason, HttpContext context, ProposeRevocation propose, RevokePermit revoke, CaseClerk clerk, IOptions<ParkingOptions> options)
    {
        var outcome = options.Value.RevocationNeedsTwo
            ? await propose.ExecuteAsync(id, reason, clerk.Now, context.RequestAborted)
            : await revoke.RevokeAsync(id, reason, clerk.Now.Clerk, context.RequestAborted);
        return RevokePermit.Onwards(id, outcome.Refusal);
    }
}
