using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Parking.Office.Revocations;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>A permit and everything that happened to it and to its application.</summary>
/// <param name="Permit">The permit.</param>
/// <param name="Events">What happened, oldest first.</param>
/// <param name="Proposal">The revocation that waits for another clerk; null when none does.</param>
internal sealed record PermitStory(Permit Permit, IReadOnlyList<AuditEntry> Events, RevocationProposal? Proposal);

/// <summary>The whole story of one permit.</summary>
internal sealed class ReadPermitStory(IDbContextFactory<ParkingDb> databases, TownRules rules, TimeProvider time)
{
    /// <summary>The story; null when this town has no such permit.</summary>
    public async Task<PermitStory?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var permit = await database.Permits.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.Ags == rules.Ags, cancellationToken);
        if (permit is null)
            return null;

        var events = await History.ReadAsync(database, [PermitSubject.Of(id), ApplicationJournal.SubjectOf(permit.ApplicationId)], cancellationToken);
        var proposal = await database.RevocationProposals.AsNoTracking().SingleOrDefaultAsync(proposal => proposal.PermitId == id && proposal.State == RevocationProposalState.Open, cancellationToken);
        return new PermitStory(permit, events, proposal?.IsOpenAt(time.GetUtcNow()) is true ? proposal : null);
    }
}
