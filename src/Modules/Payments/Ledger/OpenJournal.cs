using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Events;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Ledger;

/// <summary>The ledger in the hands of its only writer.</summary>
internal sealed class OpenJournal(PaymentsDb database, Outbox<PaymentsDb> outbox, long last, DateTimeOffset now)
{
    /// <summary>The unit of work; saved when the writer is done.</summary>
    public PaymentsDb Database => database;

    /// <summary>The moment of writing.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Number of the last entry.</summary>
    public long Last { get; private set; } = last;

    /// <summary>True when an event was booked before: its key stands in the ledger.</summary>
    public async Task<bool> KnowsAsync(string key, CancellationToken cancellationToken) =>
        database.Entries.Local.Any(entry => entry.Key == key) || await database.Entries.AnyAsync(entry => entry.Key == key, cancellationToken);

    /// <summary>Writes an entry about a receivable, moves its balances, and tells others when nothing is open any more.</summary>
    public void Post(Receivable receivable, LedgerEvent happened, Posting posting)
    {
        Post(happened, posting);
        receivable.Apply(posting.Lines);
        if (receivable.OpenCents == 0 && receivable.Told is not ReceivableNewsKind.Settled)
            Tell(receivable, ReceivableNewsKind.Settled);
    }

    /// <summary>Writes an entry that is about no receivable.</summary>
    public void Post(LedgerEvent happened, Posting posting) => database.Entries.Add(new LedgerEntry
    {
        Number = ++Last,
        Key = happened.Key,
        Kind = happened.Kind,
        Actor = happened.Actor,
        Reason = happened.Reason,
        BookedOn = happened.BookedOn,
        RecordedAt = now,
        Lines = [.. posting.Lines.Select((line, place) => new LedgerLine { Position = place + 1, Account = line.Account.Kind, Part = line.Account.Part, Cents = line.Cents })],
    });

    /// <summary>Tells others that a receivable has reached a level, after this was saved; that it is overdue they know.</summary>
    public void TellReminded(Receivable receivable, int level) =>
        outbox.Add(database, DeliverReceivableNews.MessageKind, new ReceivableNews(receivable.Key, ReceivableNewsKind.Reminded, level));

    /// <summary>Tells others what became of a receivable, after this was saved.</summary>
    public void Tell(Receivable receivable, ReceivableNewsKind kind)
    {
        receivable.Told = kind;
        outbox.Add(database, DeliverReceivableNews.MessageKind, new ReceivableNews(receivable.Key, kind));
    }
}

/// <summary>What happened, before it becomes an entry.</summary>
/// <param name="Key">Unique for the event.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Actor">Who caused it.</param>
/// <param name="BookedOn">The day it counts for.</param>
/// <param name="Reason">Why, in words; null when the kind says it all.</param>
internal sealed record LedgerEvent(string Key, EntryKind Kind, string Actor, DateOnly BookedOn, string? Reason = null);
