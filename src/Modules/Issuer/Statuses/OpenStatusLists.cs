using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Issuer.Statuses;

/// <summary>
/// The status list from which an issuer takes entries now; the next one begins when a quarter is given out. Each process
/// counts what it took itself and asks the database from time to time what the others took.
/// </summary>
internal sealed class OpenStatusLists(IDbContextFactory<IssuerDb> databases, GroupCommit<IssuerDb> writes, IOptions<IssuerOptions> options)
{
    private const int CountAgainAfter = 10_000;

    private readonly ConcurrentDictionary<string, OpenList> lists = new();
    private readonly SemaphoreSlim opening = new(1);

    /// <summary>The number of the list.</summary>
    public async ValueTask<int> CurrentAsync(string slug, CancellationToken cancellationToken)
    {
        if (lists.TryGetValue(slug, out var open) && open.Left > 0)
            return open.Number;

        await opening.WaitAsync(cancellationToken);
        try
        {
            if (!lists.TryGetValue(slug, out open) || open.Left <= 0)
                lists[slug] = open = await OpenAsync(slug, cancellationToken);
            return open.Number;
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>Counts entries that were taken.</summary>
    public void Taken(string slug, int count) => lists[slug].Take(count);

    private async Task<OpenList> OpenAsync(string slug, CancellationToken cancellationToken)
    {
        var capacity = (int)(options.Value.StatusListSize * options.Value.StatusListFill);
        while (true)
        {
            await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            {
                var last = await database.StatusLists.Where(list => list.IssuerSlug == slug).MaxAsync(list => (int?)list.Number, cancellationToken);
                var taken = last is null ? capacity : await database.Copies.CountAsync(copy => copy.List == last, cancellationToken);
                if (taken < capacity)
                    return new OpenList(last!.Value, Math.Min(capacity - taken, CountAgainAfter));
            }

            // Another process may create the same number: then the next round finds a list or takes the number after it.
            await writes.RunAsync(async database =>
            {
                var number = (await database.StatusLists.MaxAsync(list => (int?)list.Number) ?? 0) + 1;
                return await database.Database.ExecuteSqlAsync($"INSERT INTO status_lists (number, issuer_slug, version, bits) VALUES ({number}, {slug}, 1, {options.Value.StatusListBits}) ON CONFLICT DO NOTHING");
            }, cancellationToken);
        }
    }

    private sealed class OpenList(int number, int left)
    {
        private int left = left;

        public int Number => number;

        public int Left => Volatile.Read(ref left);

        public void Take(int count) => Interlocked.Add(ref left, -count);
    }
}
