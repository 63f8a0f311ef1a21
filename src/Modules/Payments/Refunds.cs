using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Owed;

namespace Modellstadt.Payments;

/// <summary>Where refunds go.</summary>
public sealed class Refunds
{
    private const int LongestName = 140;

    private readonly Journal journal;
    private readonly TownCalendar calendar;

    internal Refunds(Journal journal, TownCalendar calendar) => (this.journal, this.calendar) = (journal, calendar);

    /// <summary>
    /// Notes the account that a person wants refunds of a receivable to go to. Whoever calls it has made sure that it is the person.
    /// It counts for the next file; what is under way already goes where it went.
    /// </summary>
    /// <param name="receivableKey">The receivable.</param>
    /// <param name="iban">The account, with or without blanks.</param>
    /// <param name="holder">Name of the account holder, 1 to 140 characters.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    /// <returns>How the receivable stands then; refused when there is none, or when account or name cannot be meant so.</returns>
    public async Task<Outcome<ReceivableStanding>> ProvideIbanAsync(string receivableKey, string? iban, string? holder, CancellationToken cancellationToken)
    {
        if (Iban.TryRead(iban) is not { } account)
            return new IbanUnreadable();
        if (holder?.Trim() is not { Length: > 0 and <= LongestName } name)
            return new HolderMissing();

        return await journal.TryWriteAsync<ReceivableStanding>(
            async open =>
            {
                if (await open.Database.Receivables.SingleOrDefaultAsync(known => known.Key == receivableKey, cancellationToken) is not { } receivable)
                    return new NoSuchReceivable();

                (receivable.ProvidedIban, receivable.ProvidedName) = (account.Text, name);
                return Standings.Of(receivable, calendar.Today);
            },
            cancellationToken);
    }
}
