using Microsoft.EntityFrameworkCore;

namespace Modellstadt.Parking.Office;

/// <summary>One page of a clerk's list.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Count">How many items all pages have together.</param>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, int Page, int Pages, int Count)
{
    private const int Size = 25;

    /// <summary>Reads a page; a number that does not exist means the nearest one that does.</summary>
    public static async Task<ListPage<T>> ReadAsync(IQueryable<T> all, Func<IQueryable<T>, IOrderedQueryable<T>> inOrder, int page, CancellationToken cancellationToken)
    {
        var count = await all.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + Size - 1) / Size);
        page = Math.Clamp(page, 1, pages);
        var items = await inOrder(all).Skip((page - 1) * Size).Take(Size).ToListAsync(cancellationToken);
        return new ListPage<T>(items, page, pages, count);
    }
}
