using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments;

/// <summary>
/// What is owed to the town. The caller keeps the legal act (the notice), this module what was paid of it. What is called here is
/// committed when it returns and harmless when repeated.
/// </summary>
public sealed class Receivables
{
    private readonly Journal journal;
    private readonly IDbContextFactory<PaymentsDb> databases;
    private readonly TownCalendar calendar;
    private readonly RandomSource random;

    internal Receivables(Journal journal, IDbContextFactory<PaymentsDb> databases, TownCalendar calendar, RandomSource random) =>
        (this.journal, this.databases, this.calendar, this.random) = (journal, databases, calendar, random);

    /// <summary>Opens a receivable; repeated with the same facts it returns how the first one stands.</summary>
    /// <exception cref="ArgumentException">The amount is not above zero, or no creditor reference can be made of the reference.</exception>
    /// <exception cref="InvalidOperationException">The key was used for other facts.</exception>
    public Task<ReceivableStanding> OpenAsync(ReceivableDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draft.AmountCents);
        var reference = CreditorReference.Of(draft.Reference);
        return journal.WriteAsync(
            async open =>
            {
                if (await open.Database.Receivables.SingleOrDefaultAsync(known => known.Key == draft.Key, cancellationToken) is { } opened)
                    return StandingOf(Same(opened, draft));

                var receivable = Of(draft, reference, open.Now);
                open.Database.Receivables.Add(receivable);
                open.Post(receivable, new LedgerEvent($"opened/{draft.Key}", EntryKind.Opened, Actors.Program, calendar.Today), Bookings.Opened(receivable));
                return StandingOf(receivable);
            },
            cancellationToken);
    }

    /// <summary>How a receivable stands; null when there is none of this key.</summary>
    public async Task<ReceivableStanding?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Receivables.AsNoTracking().SingleOrDefaultAsync(receivable => receivable.Key == key, cancellationToken) is { } receivable
            ? StandingOf(receivable)
            : null;
    }

    /// <summary>
    /// Reduces the fee, for example because the permit was given back. What is still open shrinks; what was paid already is owed back
    /// and goes into the next file of refunds.
    /// </summary>
    /// <param name="creditKey">The caller's key of this credit: repeated, it changes nothing.</param>
    /// <param name="receivableKey">The receivable.</param>
    /// <param name="cents">Euro cents, above zero.</param>
    /// <param name="reason">Why, in words without anything about the person; stands in the ledger.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    /// <returns>How the receivable stands then; refused when there is none, or when less than that is left of the fee.</returns>
    public Task<Outcome<ReceivableStanding>> CreditAsync(string creditKey, string receivableKey, long cents, string reason, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cents);
        return journal.TryWriteAsync(open => CreditAsync(open, new Credit(creditKey, receivableKey, cents, reason), cancellationToken), cancellationToken);
    }

    private async Task<Outcome<ReceivableStanding>> CreditAsync(OpenJournal open, Credit credit, CancellationToken cancellationToken)
    {
        if (await open.Database.Receivables.SingleOrDefaultAsync(known => known.Key == credit.Receivable, cancellationToken) is not { } receivable)
            return new NoSuchReceivable();

        var happened = new LedgerEvent($"credited/{credit.Key}", EntryKind.Credited, Actors.Program, calendar.Today, credit.Reason);
        if (await open.KnowsAsync(happened.Key, cancellationToken))
            return StandingOf(receivable);
        if (credit.Cents > receivable.IncomeCents)
            return new CreditAboveFee();

        open.Post(receivable, happened, Bookings.Credited(receivable, credit.Cents));
        return StandingOf(receivable);
    }

    private ReceivableStanding StandingOf(Receivable receivable) => Standings.Of(receivable, calendar.Today);

    private Receivable Of(ReceivableDraft draft, CreditorReference reference, DateTimeOffset now) => new()
    {
        Id = random.NewId(),
        Key = draft.Key,
        Reference = draft.Reference,
        CreditorReference = reference.Text,
        DebtorName = draft.DebtorName,
        Purpose = draft.Purpose,
        AmountCents = draft.AmountCents,
        DueOn = draft.DueOn,
        PayeeName = draft.Payee?.Name,
        PayeeIban = draft.Payee?.Iban,
        Demo = draft.Payee is { Demo: true },
        OpenedAt = now,
    };

    private static Receivable Same(Receivable opened, ReceivableDraft draft) =>
        (opened.Reference, opened.AmountCents, opened.DueOn) == (draft.Reference, draft.AmountCents, draft.DueOn)
            ? opened
            : throw new InvalidOperationException($"The receivable {draft.Key} was opened with other facts.");

    private sealed record Credit(string Key, string Receivable, long Cents, string Reason);
}
