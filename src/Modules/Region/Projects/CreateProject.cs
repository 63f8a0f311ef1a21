using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Showroom;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Projects;

/// <summary>A project as somebody wants to enter it.</summary>
/// <param name="Key">Unique for the form: sent twice, entered once.</param>
/// <param name="Values">Fields and their texts.</param>
/// <param name="Reason">Why it is started.</param>
/// <param name="Stated">Where its figures come from.</param>
/// <param name="Answers">What is made of similar projects.</param>
internal sealed record NewProject(string Key, IReadOnlyDictionary<string, string> Values, string Reason, Stated Stated, IReadOnlyList<SimilarAnswer> Answers);

/// <summary>What a writer says to a similar project.</summary>
/// <param name="Id">The similar project.</param>
/// <param name="Answer">What is made of it; null while nothing was chosen.</param>
/// <param name="Reason">Why, in a sentence; empty while nothing was typed.</param>
internal sealed record SimilarAnswer(string Id, DuplicateAnswer? Answer, string Reason);

/// <summary>The project office of a town enters a project that the town leads.</summary>
internal sealed partial class CreateProject(
    IDbContextFactory<RegionDb> databases, FindProjects find, RegionFacts facts, IOptions<TownOptions> town, AuditTrail trail, TimeProvider time)
{
    /// <summary>So often another name is tried when somebody else took it in the same moment.</summary>
    private const int MostAttempts = 3;

    /// <summary>Enters it; the same form sent again returns the first project.</summary>
    /// <param name="wanted">What was typed.</param>
    /// <param name="staff">Who enters it.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<Project>> ExecuteAsync(NewProject wanted, Guid staff, CancellationToken cancellationToken)
    {
        if (!FormKey().IsMatch(wanted.Key))
            return new NewProjectFormUnusable();
        if (!Draft(wanted).Succeeded(out var typed, out var refusal) || !(await WeighAsync(wanted, typed, cancellationToken)).Succeeded(out var known, out refusal))
            return refusal;

        var draft = facts.Resolve(typed with { Known = known });
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await FindAsync(wanted.Key, cancellationToken) is { } first)
                return first.Title == draft.Title ? first : new NewProjectFormUnusable();
            if (await TryAddAsync(wanted, draft, Actors.Staff(staff), cancellationToken) is { } added)
                return added;
        }

        return new NewProjectOvertaken();
    }

    /// <summary>A warning never keeps anybody from entering a project, but a strong one wants a sentence, and so does every answer.</summary>
    private async Task<Outcome<KnownProject[]>> WeighAsync(NewProject wanted, Project typed, CancellationToken cancellationToken)
    {
        var answers = wanted.Answers.Where(answer => answer.Answer is not null || answer.Reason.Length > 0).Take(KnownProject.Most).ToList();
        var projects = await find.ReadAsync([.. answers.Select(answer => answer.Id)], cancellationToken);
        var unsaid = (await find.SimilarAsync(typed.Title, typed.Summary, typed.Topic, cancellationToken))
            .Where(found => found.Why.IsWarning && !answers.Exists(answer => answer.Id == found.Project.Id)).Select(found => found.Project);
        var unfinished = answers.Where(answer => answer.Answer is null || answer.Reason.Length is < ChangeProject.ShortestReason or > ChangeProject.LongestReason || answer.Reason.Any(char.IsControl))
            .Select(answer => projects.GetValueOrDefault(answer.Id)).OfType<Project>();
        return unsaid.Concat(unfinished).FirstOrDefault() is { } open
            ? new DuplicateUnanswered(open.Title)
            : answers.Where(answer => projects.ContainsKey(answer.Id)).Select(answer => KnownProject.Of(projects[answer.Id], answer)).ToArray();
    }

    /// <summary>The project of the form, without its name in addresses yet.</summary>
    private Outcome<Project> Draft(NewProject wanted)
    {
        var stated = wanted.Stated with { Source = wanted.Stated.Source.Trim() };
        var blank = new Project
        {
            Id = "",
            Title = "",
            TitleIsOfficial = true,
            Kind = ProjectKind.Project,
            Lead = facts.Own(town.Value),
            Pillar = stated.Of(Pillar.SmartCity),
            Topic = "",
            State = stated.Of(ProjectState.Preparation),
            Summary = "",
            Source = "",
        };
        if (ProjectField.All.FirstOrDefault(field => string.IsNullOrWhiteSpace(wanted.Values.GetValueOrDefault(field.Name)) && field.Show(blank).Length == 0 && field.Put(blank, "", stated) is null) is { } missing)
            return new ProjectFieldUnusable(missing.Name, "");
        // Pillar and state are always stated, so a source is always needed.
        return stated.Source.Length is 0 or > ChangeProject.LongestSource
            ? new FigureNeedsSource("state")
            : ChangeProject.Apply(blank, new ProjectChange(0, wanted.Values, wanted.Reason, stated));
    }

    private async Task<Project?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var content = await database.ProjectForms.Where(form => form.Key == key).Join(database.Projects, form => form.ProjectId, row => row.Id, (_, row) => row.Content).SingleOrDefaultAsync(cancellationToken);
        return content is null ? null : Project.Read(content);
    }

    /// <summary>Null when the name, or the form, came in by another way at the same time.</summary>
    private async Task<Project?> TryAddAsync(NewProject wanted, Project draft, string actor, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var names = ProjectIds.For(town.Value.Ags, draft.Title);
        var taken = names.First();
        var others = await database.Projects.Where(row => row.Id.StartsWith(taken)).Select(row => row.Id).ToHashSetAsync(cancellationToken);
        var id = names.First(name => !others.Contains(name));
        var project = draft with { Id = id, Source = town.Value.At(ShowroomAddresses.OfProject(id)) };
        var (now, content) = (time.GetUtcNow(), project.Write());
        database.Projects.Add(new ProjectRow { Id = id, Town = town.Value.Ags, Version = 1, ChangedAt = now, Content = content });
        database.ProjectVersions.Add(new ProjectVersionRow { ProjectId = id, Version = 1, ChangedAt = now, ChangedBy = actor, Reason = wanted.Reason.Trim(), Content = content });
        database.ProjectForms.Add(new ProjectFormRow { Key = wanted.Key, ProjectId = id });
        trail.Add(database, actor, "project-created", $"project/{id}");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return null;
        }

        return project;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{8,64}$")]
    private static partial Regex FormKey();
}
