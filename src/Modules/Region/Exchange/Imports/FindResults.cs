using Microsoft.EntityFrameworkCore;
using Modellstadt.Region.Similarity;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>An imported entry that was found.</summary>
/// <param name="Result">As it was imported last.</param>
/// <param name="Why">What it was found by.</param>
internal sealed record FoundResult(ForeignResult Result, SimilarProject Why);

/// <summary>Finds imported entries by words, and those that are like a draft: in an index of their own, so that they never count among the projects of the towns.</summary>
internal sealed class FindResults(IDbContextFactory<RegionDb> databases, ReadImports imports)
{
    /// <summary>So many are offered.</summary>
    public const int Most = 3;

    private KeptIndex? kept;

    /// <summary>Entries that hold the words, in whatever form; the best first.</summary>
    public async Task<IReadOnlyList<FoundResult>> SearchAsync(string query, CancellationToken cancellationToken)
    {
        var index = await FollowAsync(cancellationToken);
        return index.Open(index.Index.Search(query, Most));
    }

    /// <summary>Entries that share words with a draft; the most alike first.</summary>
    public async Task<IReadOnlyList<FoundResult>> SimilarAsync(string title, string text, CancellationToken cancellationToken)
    {
        var index = await FollowAsync(cancellationToken);
        return index.Open([.. index.Index.FindSimilar(new ProjectDraft(title, text)).Where(found => found.SharedWords.Count > 0).Take(Most)]);
    }

    /// <summary>Rows are never deleted and their versions only grow: their sum tells whether something is new. Two who make the index at once make the same.</summary>
    private async Task<KeptIndex> FollowAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var state = await database.ForeignResults.SumAsync(row => (long)row.Version, cancellationToken);
        if (Volatile.Read(ref kept) is { } known && known.State == state)
            return known;

        var all = (await imports.AllAsync(cancellationToken)).Select(standing => standing.Result).ToDictionary(result => result.Id);
        var made = new KeptIndex(ProjectIndex.Of(all.Values.Select(TextOf)), all, state);
        Volatile.Write(ref kept, made);
        return made;
    }

    private static ProjectText TextOf(ForeignResult result) =>
        new(result.Id, result.Publisher ?? new Uri(result.Source).Host, result.Title, $"{result.Summary}\n{string.Join(' ', result.Keywords)}");

    /// <summary>An index with what it was made of.</summary>
    private sealed record KeptIndex(ProjectIndex Index, IReadOnlyDictionary<string, ForeignResult> Results, long State)
    {
        public IReadOnlyList<FoundResult> Open(IReadOnlyList<SimilarProject> found) => [.. found.Select(one => new FoundResult(Results[one.Project.Id], one))];
    }
}
