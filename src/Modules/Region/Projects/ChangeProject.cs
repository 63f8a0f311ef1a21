using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Projects;

/// <summary>What somebody wants changed.</summary>
/// <param name="BasedOn">The version that they had before them.</param>
/// <param name="Values">Fields and their texts, unchanged ones too.</param>
/// <param name="Reason">Why.</param>
/// <param name="Stated">Where the new figures come from.</param>
internal sealed record ProjectChange(int BasedOn, IReadOnlyDictionary<string, string> Values, string Reason, Stated Stated);

/// <summary>The project office of a town changes one of its projects: a new version, nothing is overwritten.</summary>
internal sealed class ChangeProject(IDbContextFactory<RegionDb> databases, RegionFacts facts, IOptions<TownOptions> town, AuditTrail trail, TimeProvider time)
{
    /// <summary>Shortest reason, characters.</summary>
    public const int ShortestReason = 5;

    /// <summary>Longest reason, characters.</summary>
    public const int LongestReason = 300;

    /// <summary>Longest name of a source, characters.</summary>
    public const int LongestSource = 500;

    private const int LongestShown = 60;

    /// <summary>Stores the new version, unless somebody else has stored one since.</summary>
    /// <param name="id">The project.</param>
    /// <param name="change">What is to be changed.</param>
    /// <param name="staff">Who changes it.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<Project>> ExecuteAsync(string id, ProjectChange change, Guid staff, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Projects.SingleOrDefaultAsync(project => project.Id == id, cancellationToken) is not { } row
            || Project.Read(row.Content) is not { Withdrawn: null } present)
            return new NoSuchProject();
        if (row.Town != town.Value.Ags)
            return new ProjectOfAnotherTown(present.Lead.Name);
        if (row.Version != change.BasedOn)
            return new ProjectChangedMeanwhile(row.Version);
        if (!Apply(present, change).Succeeded(out var changed, out var refusal))
            return refusal;

        return await StoreAsync(database, row, facts.Resolve(changed), change.Reason.Trim(), Actors.Staff(staff), cancellationToken);
    }

    /// <summary>The project with its new figures; a field whose text is unchanged keeps its source.</summary>
    public static Outcome<Project> Apply(Project present, ProjectChange change)
    {
        if (change.Reason.Trim().Length is < ShortestReason or > LongestReason)
            return new ChangeNeedsReason();

        var stated = change.Stated with { Source = change.Stated.Source.Trim() };
        var changed = present;
        foreach (var field in ProjectField.All)
        {
            if (!change.Values.TryGetValue(field.Name, out var text) || text.Trim() == field.Show(present))
                continue;
            if (field.IsFigure && stated.Source.Length is 0 or > LongestSource)
                return new FigureNeedsSource(field.Name);
            if (text.Length > field.Longest || text.Any(letter => char.IsControl(letter) && !(letter == '\n' && field.IsLong)) || field.Put(changed, text.Trim(), stated) is not { } next)
                return new ProjectFieldUnusable(field.Name, text.Length > LongestShown ? text[..LongestShown] + "…" : text);

            changed = next;
        }

        return changed switch
        {
            _ when !ProjectField.Differing(present, changed).Any() => new NothingChanged(),
            { Start.Value: var start, End.Value: var end } when end.Last < start.First => new EndsBeforeStart(),
            { Total.Value.Cents: var total, StateShare.Value.Cents: var share } when share > total => new ShareAboveTotal(),
            _ => changed,
        };
    }

    private async Task<Outcome<Project>> StoreAsync(RegionDb database, ProjectRow row, Project changed, string reason, string actor, CancellationToken cancellationToken)
    {
        // First the project alone, whose former version is a condition: of two who build on it, one finds none.
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        (row.Version, row.ChangedAt, row.Content) = (row.Version + 1, time.GetUtcNow(), changed.Write());
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ProjectChangedMeanwhile(row.Version);
        }

        database.ProjectVersions.Add(new ProjectVersionRow
        {
            ProjectId = row.Id, Version = row.Version, ChangedAt = row.ChangedAt, ChangedBy = actor, Reason = reason, Content = row.Content,
        });
        trail.Add(database, actor, "project-changed", $"project/{row.Id}", $"version {row.Version}");
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }
}
