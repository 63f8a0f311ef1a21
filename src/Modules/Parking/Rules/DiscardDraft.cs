using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Rules;

/// <summary>Takes a draft away for good. Its number is given again only if it was the last one; the history keeps what it was.</summary>
internal sealed class DiscardDraft(IDbContextFactory<ParkingDb> databases, TownRules rules, AuditTrail trail)
{
    /// <summary>Takes it away.</summary>
    public async Task<Outcome<RuleBookVersion>> ExecuteAsync(int number, string actor, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.RuleBooks.SingleOrDefaultAsync(book => book.Ags == rules.Ags && book.Number == number, cancellationToken) is not { } version)
            return new RuleBookNotFound(number);
        if (!version.IsDraft)
            return new RuleBookInForce(number);

        database.RuleBooks.Remove(version);
        trail.Add(database, actor, "rule-book-discarded", DraftRuleBook.SubjectOf(number), version.Label);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RuleBookChanged(number);
        }

        return version;
    }
}
