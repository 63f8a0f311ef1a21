using Microsoft.EntityFrameworkCore;

namespace Modellstadt.Payments.Office;

/// <summary>A page of a long list.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="HasNext">True when there are more.</param>
internal sealed record Slice<T>(IReadOnlyList<T> Items, int Page, bool HasNext)
{
    private const int Size = 50;

    /// <summary>Reads a page of what is in order already.</summary>
    public static async Task<Slice<T>> ReadAsync(IOrderedQueryable<T> all, int page, CancellationToken cancellationToken)
    {
        page = Math.Max(1, page);
        var items = await all.Skip((page - 1) * Size).Take(Size + 1).ToListAsync(cancellationToken);
        return new Slice<T>([.. items.Take(Size)], page, items.Count > Size);
    }
}
