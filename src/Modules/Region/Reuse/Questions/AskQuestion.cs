using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Reuse.Questions;

/// <summary>This town asks the lead of a project something, before everybody's eyes.</summary>
internal sealed class AskQuestion(IDbContextFactory<RegionDb> databases, AuditTrail audit, IOptions<TownOptions> town, TimeProvider time)
{
    /// <summary>The kind of notes in feeds.</summary>
    public const string Kind = "reuse-question";

    /// <summary>Asks; harmless when the same form comes again.</summary>
    /// <param name="project">The project.</param>
    /// <param name="key">The form's own key.</param>
    /// <param name="typed">The question.</param>
    /// <param name="actor">Who asks for this town.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<string>> ExecuteAsync(string project, string key, string? typed, string actor, CancellationToken cancellationToken)
    {
        var (id, words) = (QuestionRules.IdOf(town.Value.Ags, key), QuestionRules.Plain(typed));
        if (!QuestionRules.IsIdOf(id, town.Value.Ags) || !QuestionRules.IsText(words, QuestionRules.ShortestQuestion, QuestionRules.LongestQuestion))
            return new QuestionUnusable();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.ReuseQuestions.AnyAsync(question => question.Id == id, cancellationToken))
            return id;
        if (await database.Projects.AsNoTracking().SingleOrDefaultAsync(row => row.Id == project, cancellationToken) is not { } row)
            return new NoSuchProject();
        if (await RefuseAsync(database, row, cancellationToken) is { } refusal)
            return refusal;

        var question = new ReuseQuestionRow { Id = id, ProjectId = project, Giver = row.Town, Asker = town.Value.Ags, AskerName = town.Value.Name, AskedAt = time.GetUtcNow(), Words = words };
        database.ReuseQuestions.Add(question);
        FeedNotes.Tell(database, Kind, id, question.AskedAt, ContentOf(question));
        audit.Add(database, actor, "reuse-question-asked", $"project/{project}", id);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (database.ReuseQuestions.AsNoTracking().Any(asked => asked.Id == id))
        {
            // The same form, sent twice at once: the other one has asked.
        }

        return id;
    }

    /// <summary>The question as other towns read it.</summary>
    public static JsonObject ContentOf(ReuseQuestionRow question) => new()
    {
        ["id"] = question.Id, ["project"] = question.ProjectId, ["giver"] = question.Giver, ["askerName"] = question.AskerName, ["words"] = question.Words,
    };

    private async Task<Refusal?> RefuseAsync(RegionDb database, ProjectRow row, CancellationToken cancellationToken)
    {
        if (row.Town == town.Value.Ags)
            return new OwnProject();
        if (Project.Read(row.Content).Withdrawn is not null)
            return new ProjectWasWithdrawn();
        var own = database.ReuseQuestions.Where(question => question.ProjectId == row.Id && question.Asker == town.Value.Ags);
        var waiting = await own.CountAsync(question => !database.ReuseAnswers.Any(answer => answer.QuestionId == question.Id), cancellationToken);
        return waiting >= QuestionRules.MostWaiting || await own.CountAsync(cancellationToken) >= QuestionRules.MostQuestions ? new TooManyQuestions() : null;
    }
}
