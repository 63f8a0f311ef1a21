using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Changes.Returning;

/// <summary>What a clerk looks at who decides what comes back of the fees of a returned permit.</summary>
/// <param name="Permit">The permit.</param>
/// <param name="Terms">Its terms, the earliest first.</param>
/// <param name="NamedAccount">True when the holder named an account for the money.</param>
internal sealed record RefundCase(Permit Permit, IReadOnlyList<RefundableTerm> Terms, bool NamedAccount)
{
    /// <summary>The day of the return.</summary>
    public DateOnly ReturnedOn => DateOnly.FromDateTime(TownCalendar.OnTownClocks(Permit.EndedAt!.Value).DateTime);

    /// <summary>Euro cents that can come back at most.</summary>
    public long MostCents => Terms.Sum(term => term.FeeCents);

    /// <summary>Whom the last fee notice was for.</summary>
    public Addressee? Addressee => Terms is [.., var last] ? last.Notice.Addressee : null;

    /// <summary>The refund as credits of the fees: the last term's first, never more than its fee.</summary>
    /// <param name="cents">Euro cents, at most <see cref="MostCents"/>.</param>
    public IReadOnlyList<ReturnCredit> CreditsOf(long cents)
    {
        var credits = new List<ReturnCredit>();
        foreach (var term in Terms.Reverse())
        {
            var back = Math.Min(cents, term.FeeCents);
            cents -= back;
            if (back > 0)
                credits.Add(new ReturnCredit(term.Notice.Id, back));
        }

        return credits;
    }
}

/// <summary>A term and its fee.</summary>
/// <param name="Term">The term.</param>
/// <param name="Notice">The fee notice.</param>
/// <param name="FeeCents">Euro cents of the fee after earlier credits.</param>
/// <param name="ReceivedCents">Euro cents that came.</param>
/// <param name="MonthsLeft">Whole months that had not begun on the day of the return; null when the term is not one of whole months.</param>
/// <param name="ShareCents">Their share of the fee, euro cents.</param>
internal sealed record RefundableTerm(PermitTerm Term, FeeNotice Notice, long FeeCents, long ReceivedCents, int? MonthsLeft, long ShareCents);

/// <summary>Reads what stands before the clerk.</summary>
internal sealed class ReadRefundCase(Receivables receivables)
{
    /// <summary>True for a return whose refund nobody has decided.</summary>
    public static bool IsAbout(PermitApplication application) => application is { Purpose: ApplicationPurpose.Return, State: ApplicationState.WaitingForClerk };

    /// <summary>The case as the books see it now.</summary>
    public async Task<RefundCase> ExecuteAsync(ParkingDb database, PermitApplication application, CancellationToken cancellationToken)
    {
        var permit = await database.Permits.AsNoTracking().SingleAsync(permit => permit.Id == application.PermitId, cancellationToken);
        var paid = await (
            from term in database.PermitTerms.AsNoTracking()
            join notice in database.FeeNotices.AsNoTracking() on term.FeeNoticeId equals notice.Id
            where term.PermitId == permit.Id
            orderby term.ValidFrom
            select new { term, notice }).ToListAsync(cancellationToken);
        var terms = new List<RefundableTerm>();
        var day = DateOnly.FromDateTime(TownCalendar.OnTownClocks(permit.EndedAt!.Value).DateTime);
        foreach (var each in paid)
            terms.Add(Of(each.term, each.notice, await receivables.ReadAsync(each.notice.ReceivableKey, cancellationToken), day));
        return new RefundCase(permit, terms, PermitWish.Read(application.Wish!).RefundIban is not null);
    }

    private static RefundableTerm Of(PermitTerm term, FeeNotice notice, ReceivableStanding? standing, DateOnly day)
    {
        int? left = TermLength.MonthsOf(term.ValidFrom, term.ValidUntil) is { } months ? TermLength.MonthsLeft(term.ValidFrom, months, day) : null;
        return new RefundableTerm(term, notice, standing?.FeeCents ?? notice.AmountCents, standing?.ReceivedCents ?? 0, left, ChangeRules.UnusedCents(term, day));
    }
}
