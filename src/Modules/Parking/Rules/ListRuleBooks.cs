using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Rules;

/// <summary>The versions of the town's rule book.</summary>
internal sealed class ListRuleBooks(IDbContextFactory<ParkingDb> databases, TownRules rules, ShippedBook shipped)
{
    /// <summary>All versions but the shipped one, newest first, without their content.</summary>
    public async Task<IReadOnlyList<RuleBookVersion>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.RuleBooks.AsNoTracking().Where(book => book.Ags == rules.Ags).OrderByDescending(book => book.Number)
            .Select(book => new RuleBookVersion
            {
                Ags = book.Ags, Number = book.Number, Content = "", Checksum = book.Checksum, BasedOn = book.BasedOn, Author = book.Author, Editors = book.Editors, Reason = book.Reason,
                CreatedAt = book.CreatedAt, ValidFrom = book.ValidFrom, AdoptedBy = book.AdoptedBy, AdoptedAt = book.AdoptedAt, Revision = book.Revision,
            })
            .ToListAsync(cancellationToken);
    }

    /// <summary>One version with its content; null when there is none.</summary>
    public async Task<RuleBookVersion?> FindAsync(int number, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.RuleBooks.AsNoTracking().SingleOrDefaultAsync(book => book.Ags == rules.Ags && book.Number == number, cancellationToken);
    }

    /// <summary>The book of a version; 0 is the shipped one.</summary>
    public async Task<Outcome<RuleBook>> ReadBookAsync(int number, CancellationToken cancellationToken)
    {
        if (number == 0)
            return shipped.Book;
        return await FindAsync(number, cancellationToken) is { } version ? RuleBook.Read(version.Content, rules.Ags) : new RuleBookNotFound(number);
    }

    /// <summary>Number of the version that holds on a day.</summary>
    public async Task<int> NumberOnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var versions = await ReadAsync(cancellationToken);
        return versions.Where(version => version.ValidFrom <= day).MaxBy(version => version.ValidFrom)?.Number ?? 0;
    }
}

/// <summary>Version 0: the shipped facts as a book.</summary>
internal sealed record ShippedBook(RuleBook Book);
