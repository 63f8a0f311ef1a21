using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Rules;

/// <summary>
/// Puts a draft in force from a coming day: by somebody who had no hand in it, and only when it contradicts itself nowhere. What was
/// put in force changes no more; only a later version ends it. So the book of each day that has begun is known for good.
/// </summary>
internal sealed class AdoptRuleBook(IDbContextFactory<ParkingDb> databases, TownRules rules, AuditTrail trail, TownCalendar calendar)
{
    /// <summary>How far ahead a book may be put in force.</summary>
    private const int MostYearsAhead = 5;

    /// <summary>Every process has read the book before its first day begins.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(1);

    /// <summary>Puts it in force.</summary>
    /// <param name="number">The draft.</param>
    /// <param name="checksum">What this person has read: refused when the draft was changed since.</param>
    /// <param name="from">First day.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<RuleBookVersion>> ExecuteAsync(int number, string checksum, DateOnly from, string actor, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.RuleBooks.SingleOrDefaultAsync(book => book.Ags == rules.Ags && book.Number == number, cancellationToken) is not { } version)
            return new RuleBookNotFound(number);
        if (WhyNot(version, checksum, from, actor) is { } refusal)
            return refusal;
        if (!Read(version, from).Succeeded(out var adopted, out refusal))
            return refusal;
        if (await database.RuleBooks.AnyAsync(book => book.Ags == rules.Ags && book.ValidFrom == from, cancellationToken))
            return new RuleBookDayTaken(from);

        (version.ValidFrom, version.AdoptedBy, version.AdoptedAt) = (from, actor, calendar.Now);
        version.Revision++;
        trail.Add(database, actor, "rule-book-adopted", DraftRuleBook.SubjectOf(number), $"{version.Label}, {TownCalendar.Iso(from)}");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RuleBookChanged(number);
        }
        catch (DbUpdateException)
        {
            return new RuleBookDayTaken(from); // The index of days: another version was put in force for it in the same moment.
        }

        rules.Add([adopted]);
        return version;
    }

    private Refusal? WhyNot(RuleBookVersion version, string checksum, DateOnly from, string actor)
    {
        if (!version.IsDraft)
            return new RuleBookInForce(version.Number);
        if (version.Checksum != checksum)
            return new RuleBookChanged(version.Number);
        if (version.WasEditedBy(actor))
            return new RuleBookNeedsSecondPerson();
        var today = DateOnly.FromDateTime(TownCalendar.OnTownClocks(calendar.Now + Lead).DateTime);
        return from <= today || from > today.AddYears(MostYearsAhead) ? new RuleBookDayUnusable(today.AddDays(1), today.AddYears(MostYearsAhead)) : null;
    }

    private Outcome<BookInForce> Read(RuleBookVersion version, DateOnly from)
    {
        if (!RuleBook.Read(version.Content, version.Ags).Succeeded(out var book, out var refusal))
            return refusal;
        if (CheckRuleBook.Of(book, from).Count(found => found.IsError) is > 0 and var errors)
            return new RuleBookHasErrors(errors);

        return new BookInForce(version.Number, from, rules.Read(book, version.Label));
    }
}
