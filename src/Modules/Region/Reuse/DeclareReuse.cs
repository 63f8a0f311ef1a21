using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Reuse;

/// <summary>
/// This town says something of a take-over: as taker of a project of another town, or as giver of its own. Each time a new record, signed; nothing is
/// overwritten. It counts once the other side has signed it too.
/// </summary>
internal sealed class DeclareReuse(IDbContextFactory<RegionDb> databases, SignReuse sign, RegionFacts facts, AuditTrail audit, IOptions<TownOptions> town, TownCalendar calendar)
{
    /// <summary>Says it, unless somebody was quicker.</summary>
    /// <param name="project">The project.</param>
    /// <param name="taker">Gemeindeschlüssel of the town that takes it over.</param>
    /// <param name="draft">What is said.</param>
    /// <param name="actor">Who says it for this town.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<ReuseRecord>> ExecuteAsync(string project, string taker, ReuseDraft draft, string actor, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindByFormAsync(database, draft.Key, cancellationToken) is { } before)
            return before;
        if (await database.Projects.AsNoTracking().SingleOrDefaultAsync(row => row.Id == project, cancellationToken) is not { } row)
            return new NoSuchProject();

        var story = await ReadReuse.OneAsync(database, project, row.Town, taker, cancellationToken);
        if (!Compose(Project.Read(row.Content), story, draft).Succeeded(out var record, out var refusal))
            return await FindByFormAsync(database, draft.Key, cancellationToken) is { } meanwhile ? meanwhile : refusal;

        database.ReuseRecords.Add(RowOf(record, draft.Key));
        sign.Add(database, record, record.At);
        audit.Add(database, actor, "reuse-declared", $"reuse/{record.Id}", $"{project} {taker} {ReuseRecord.WordOf(record.Step)}");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            return await FindByFormAsync(database, draft.Key, cancellationToken) is { } same ? same : new ReuseMovedMeanwhile();
        }

        return record;
    }

    /// <summary>The row of a record that its speaker has signed.</summary>
    public static ReuseRecordRow RowOf(ReuseRecord record, string? formKey) => new()
    {
        Id = record.Id, ProjectId = record.Project, Giver = record.Giver, Taker = record.Taker, Number = record.Number, Speaker = record.By, FormKey = formKey, Content = record.Write(),
    };

    private Outcome<ReuseRecord> Compose(Project project, ReuseStory story, ReuseDraft draft)
    {
        var own = town.Value.Ags;
        if (own != story.Giver && own != story.Taker)
            return new NotYourReuse();
        if (story.Giver == story.Taker)
            return new OwnProject();
        if (facts.Find(story.Taker) is null && own != story.Taker)
            return new NoSuchTown();
        if (project.Withdrawn is not null && story.Records is [])
            return new ProjectWasWithdrawn();
        if (story.Newest?.Record.Id != draft.Shown)
            return new ReuseMovedMeanwhile();

        var basis = story.BasisOf(own)?.Record;
        var record = RecordOf(story, draft, basis);
        return ReuseRules.Refuse(record, basis, calendar.Today) is { } refusal ? refusal : record;
    }

    private ReuseRecord RecordOf(ReuseStory story, ReuseDraft draft, ReuseRecord? basis) => new()
    {
        Project = story.Project,
        Giver = story.Giver,
        Taker = story.Taker,
        TakerName = story.Taker == town.Value.Ags ? town.Value.Name : facts.Find(story.Taker)!.Name,
        By = town.Value.Ags,
        Number = 1 + (story.Newest?.Record.Number ?? 0),
        Follows = basis?.Id,
        Step = draft.Step,
        Since = draft.Since,
        Version = draft.Version,
        Effort = draft.Effort,
        Saving = draft.Saving,
        ContactRole = draft.ContactRole,
        Reason = draft.Step is ReuseStep.Left ? draft.Reason : null,
        Demo = town.Value.Demo,
        At = calendar.Now,
    };

    private static async Task<ReuseRecord?> FindByFormAsync(RegionDb database, string key, CancellationToken cancellationToken) =>
        await database.ReuseRecords.AsNoTracking().SingleOrDefaultAsync(record => record.FormKey == key, cancellationToken) is { } row ? ReuseRecord.Read(row.Content) : null;
}
