using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Funding;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Board;

/// <summary>What whoever decides on a proposal has to know beside it.</summary>
/// <param name="Content">The proposal.</param>
/// <param name="Similar">Projects of other towns that are like it, the most likely first.</param>
/// <param name="Budget">The money of its programme; null when the programme is no longer known.</param>
internal sealed record ProposalPaper(ProposalContent Content, IReadOnlyList<FoundProject> Similar, BoardBudget? Budget);

/// <summary>Reads what whoever decides has to know beside proposals, from the register and the funding ledger.</summary>
internal sealed class ReadPapers(IDbContextFactory<RegionDb> databases, FindProjects find, FundingProgrammes programmes, TownCalendar calendar)
{
    /// <summary>The papers of proposals, in their order.</summary>
    public async Task<IReadOnlyList<ProposalPaper>> OfAsync(IReadOnlyList<ProposalContent> proposals, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (notices, all) = (await NoticeStory.ReadAllAsync(database, cancellationToken), await ProposalStory.ReadAllAsync(database, cancellationToken));
        var papers = new List<ProposalPaper>();
        foreach (var content in proposals)
        {
            var similar = await find.SimilarAsync(content.Title, content.Text, content.Topic, cancellationToken);
            var budget = programmes.Find(content.Programme) is { } programme ? BoardBudget.Of(programme, notices, all, calendar.Today) : null;
            papers.Add(new ProposalPaper(content, [.. similar.Where(found => found.Project.Id != content.ProjectId)], budget));
        }

        return papers;
    }
}
