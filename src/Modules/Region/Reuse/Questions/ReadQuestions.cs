using Microsoft.EntityFrameworkCore;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Reuse.Questions;

/// <summary>A question with its answer.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer of the town that was asked; null while there is none.</param>
internal sealed record AskedQuestion(ReuseQuestionRow Question, ReuseAnswerRow? Answer);

/// <summary>Reads questions between towns.</summary>
internal sealed class ReadQuestions(IDbContextFactory<RegionDb> databases)
{
    /// <summary>The questions to a project, newest first.</summary>
    public Task<IReadOnlyList<AskedQuestion>> OfProjectAsync(string project, string giver, CancellationToken cancellationToken) =>
        WhereAsync(questions => questions.Where(question => question.ProjectId == project && question.Giver == giver), cancellationToken);

    /// <summary>The questions that wait for an answer of this town, newest first.</summary>
    public async Task<IReadOnlyList<AskedQuestion>> WaitingForAsync(string giver, CancellationToken cancellationToken) =>
        [.. (await WhereAsync(questions => questions.Where(question => question.Giver == giver), cancellationToken)).Where(asked => asked.Answer is null)];

    private async Task<IReadOnlyList<AskedQuestion>> WhereAsync(Func<IQueryable<ReuseQuestionRow>, IQueryable<ReuseQuestionRow>> which, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await which(database.ReuseQuestions).AsNoTracking()
            .OrderByDescending(question => question.AskedAt).ThenBy(question => question.Id)
            .Select(question => new AskedQuestion(question, database.ReuseAnswers.FirstOrDefault(answer => answer.QuestionId == question.Id && answer.Town == question.Giver)))
            .ToListAsync(cancellationToken);
    }
}
