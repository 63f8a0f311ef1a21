using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Rules;

/// <summary>Begins a new version of the rule book: a draft, which counts for nothing yet.</summary>
internal sealed class DraftRuleBook(IDbContextFactory<ParkingDb> databases, TownRules rules, AuditTrail trail, TimeProvider time)
{
    /// <summary>Shortest reason, characters.</summary>
    public const int ShortestReason = 3;

    /// <summary>Longest reason, characters.</summary>
    public const int LongestReason = 500;

    private const int MostTries = 5;

    /// <summary>The subject of a version in the audit trail.</summary>
    public static string SubjectOf(int number) => $"rule-book/{number}";

    /// <summary>Stores the draft.</summary>
    /// <param name="book">Its content; need not be without faults.</param>
    /// <param name="basedOn">The version it was made from.</param>
    /// <param name="reason">Why, in the clerk's words.</param>
    /// <param name="author">One of <see cref="Actors"/>.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<RuleBookVersion>> ExecuteAsync(RuleBook book, int basedOn, string? reason, string author, CancellationToken cancellationToken)
    {
        if (reason?.Trim() is not { Length: >= ShortestReason and <= LongestReason } given)
            return new RuleBookNeedsReason();

        var content = book.Write();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StoreAsync(content, basedOn, given, author, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // Somebody else took the same number in the same moment: the next one is free.
            }
        }
    }

    private async Task<RuleBookVersion> StoreAsync(string content, int basedOn, string reason, string author, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var last = await database.RuleBooks.Where(book => book.Ags == rules.Ags).MaxAsync(book => (int?)book.Number, cancellationToken) ?? 0;
        var draft = new RuleBookVersion
        {
            Ags = rules.Ags,
            Number = last + 1,
            Content = content,
            Checksum = RuleBook.ChecksumOf(content),
            BasedOn = basedOn,
            Author = author,
            Editors = author,
            Reason = reason,
            CreatedAt = time.GetUtcNow(),
        };
        database.RuleBooks.Add(draft);
        trail.Add(database, author, "rule-book-drafted", SubjectOf(draft.Number), $"{draft.Label}: {reason}");
        await database.SaveChangesAsync(cancellationToken);
        return draft;
    }
}
