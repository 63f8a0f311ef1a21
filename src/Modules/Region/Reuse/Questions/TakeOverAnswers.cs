using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Reuse.Questions;

/// <summary>
/// Reads the answers of other towns in their feeds. One may come before its question; it is shown when the town was asked. Whoever asks two towns under
/// one name has each of them answer: that stops the feed of neither.
/// </summary>
internal sealed class TakeOverAnswers : INoteReader
{
    /// <inheritdoc />
    public string Kind => AnswerQuestion.Kind;

    /// <inheritdoc />
    public async Task<FeedFailure?> EnterAsync(RegionDb database, FeedNote note, VerificationKey key, CancellationToken cancellationToken)
    {
        if (note.Content.Text("question") is not { Length: > 0 and <= 80 } id
            || note.Content.Text("words") is not { } words || !QuestionRules.IsText(words, QuestionRules.ShortestAnswer, QuestionRules.LongestAnswer))
            return FeedFailure.EntryRefused;
        if (await database.ReuseQuestions.FindAsync([id], cancellationToken) is { } question && question.Giver != note.Town)
            return null;
        if (await database.ReuseAnswers.FindAsync([id, note.Town], cancellationToken) is { } known)
            return known.Words == words ? null : FeedFailure.EntryRefused;

        database.ReuseAnswers.Add(new ReuseAnswerRow { QuestionId = id, Town = note.Town, AnsweredAt = note.At, Words = words });
        return null;
    }
}
