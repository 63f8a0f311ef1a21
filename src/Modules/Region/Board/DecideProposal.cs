using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Board;

/// <summary>The district government approves or refuses what the board has recommended.</summary>
internal sealed class DecideProposal(BoardJournal journal, AuditTrail audit)
{
    /// <summary>Decides; the same form sent again returns the first decision, and of two at once the second is told.</summary>
    public async Task<Outcome<ProposalStep>> ExecuteAsync(Guid id, SeenProposal seen, DistrictDecision decision, Acting by, CancellationToken cancellationToken) =>
        !ProposalRules.IsReason(decision.Reason) || decision.Conditions is { Length: > ProposalRules.LongestText } ? new ProposalReasonMissing() : await journal.TryWriteAsync<ProposalStep>(
            async open =>
            {
                if (await open.FindAsync(seen.Key, cancellationToken) is { } known)
                    return known.ProposalId == id && known.State == decision.State ? known : new ProposalFormUsedBefore();
                if (await open.PresentAsync(id, cancellationToken) is not { } present)
                    return new NoSuchProposal();
                if (present.Version != seen.Version)
                    return new ProposalChangedMeanwhile();
                if (present.State is not ProposalState.Recommended)
                    return new ProposalNotRecommended();

                audit.Add(open.Database, by.Actor, decision.Approves ? "proposal-approved" : "proposal-refused", WriteProposal.SubjectOf(id));
                return open.Add(present, new NextStep(id, seen.Key, decision.State, by) { Reason = decision.Reason, Conditions = decision.Approves ? decision.Conditions : null });
            },
            cancellationToken);
}

/// <summary>What the district government says.</summary>
/// <param name="Approves">Whether it approves.</param>
/// <param name="Reason">Why.</param>
/// <param name="Conditions">What it demands, one a line; null when nothing.</param>
internal sealed record DistrictDecision(bool Approves, string? Reason, string? Conditions)
{
    /// <summary>What the proposal becomes.</summary>
    public ProposalState State => Approves ? ProposalState.Approved : ProposalState.Refused;
}
