using Microsoft.EntityFrameworkCore;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Reuse.Questions;

/// <summary>Reads the questions of other towns in their feeds; each asks for itself, within the limits.</summary>
internal sealed class TakeOverQuestions : INoteReader
{
    /// <inheritdoc />
    public string Kind => AskQuestion.Kind;

    /// <inheritdoc />
    public async Task<FeedFailure?> EnterAsync(RegionDb database, FeedNote note, VerificationKey key, CancellationToken cancellationToken)
    {
        if (note.Content.Text("id") is not { } id || !QuestionRules.IsIdOf(id, note.Town) || note.Content.Text("project") is not { Length: > 0 and <= 120 } project
            || note.Content.Text("giver") is not { Length: > 0 and <= 8 } giver || giver == note.Town
            || note.Content.Text("askerName") is not { } name || !ReuseRules.IsLine(name, ReuseRules.LongestName)
            || note.Content.Text("words") is not { } words || !QuestionRules.IsText(words, QuestionRules.ShortestQuestion, QuestionRules.LongestQuestion))
            return FeedFailure.EntryRefused;

        if (await database.ReuseQuestions.FindAsync([id], cancellationToken) is { } known)
            return known.Words == words && known.ProjectId == project ? null : FeedFailure.EntryRefused;
        // Added ones of this page are not stored yet: they count as well.
        var asked = await database.ReuseQuestions.CountAsync(question => question.ProjectId == project && question.Asker == note.Town, cancellationToken)
            + database.ChangeTracker.Entries<ReuseQuestionRow>().Count(entry => entry.State == EntityState.Added && entry.Entity.ProjectId == project && entry.Entity.Asker == note.Town);
        if (asked >= QuestionRules.MostQuestions)
            return FeedFailure.EntryRefused;

        database.ReuseQuestions.Add(new ReuseQuestionRow { Id = id, ProjectId = project, Giver = giver, Asker = note.Town, AskerName = name, AskedAt = note.At, Words = words });
        return null;
    }
}
