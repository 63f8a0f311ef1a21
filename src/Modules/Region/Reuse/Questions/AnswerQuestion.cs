using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Reuse.Questions;

/// <summary>This town answers a question to one of its projects, once and for everybody.</summary>
internal sealed class AnswerQuestion(IDbContextFactory<RegionDb> databases, AuditTrail audit, IOptions<TownOptions> town, TimeProvider time)
{
    /// <summary>The kind of notes in feeds.</summary>
    public const string Kind = "reuse-answer";

    /// <summary>Answers; harmless when the same answer comes again.</summary>
    /// <param name="id">The question.</param>
    /// <param name="typed">The answer.</param>
    /// <param name="actor">Who answers for this town.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<string>> ExecuteAsync(string id, string? typed, string actor, CancellationToken cancellationToken)
    {
        var words = QuestionRules.Plain(typed);
        if (!QuestionRules.IsText(words, QuestionRules.ShortestAnswer, QuestionRules.LongestAnswer))
            return new AnswerUnusable();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await database.ReuseQuestions.AnyAsync(question => question.Id == id && question.Giver == town.Value.Ags, cancellationToken))
            return new NoSuchQuestion();
        if (await FindAsync(database, id, cancellationToken) is { } before)
            return before.Words == words ? id : new AnsweredMeanwhile();

        var now = time.GetUtcNow();
        database.ReuseAnswers.Add(new ReuseAnswerRow { QuestionId = id, Town = town.Value.Ags, AnsweredAt = now, Words = words });
        FeedNotes.Tell(database, Kind, id, now, new JsonObject { ["question"] = id, ["words"] = words });
        audit.Add(database, actor, "reuse-question-answered", $"question/{id}");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return (await FindAsync(database, id, cancellationToken))?.Words == words ? id : new AnsweredMeanwhile();
        }

        return id;
    }

    private Task<ReuseAnswerRow?> FindAsync(RegionDb database, string id, CancellationToken cancellationToken) =>
        database.ReuseAnswers.AsNoTracking().SingleOrDefaultAsync(answer => answer.QuestionId == id && answer.Town == town.Value.Ags, cancellationToken);
}
