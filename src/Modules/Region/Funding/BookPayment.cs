using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Region.Funding;

/// <summary>Books a payment of a notice, or a day that counts for it.</summary>
internal sealed class BookPayment(FundingJournal journal, AuditTrail audit, TownCalendar calendar)
{
    /// <summary>Books it; the same form sent again books nothing and returns the first entry.</summary>
    public Task<Outcome<FundingEntry>> ExecuteAsync(Guid id, PaymentDraft draft, string actor, CancellationToken cancellationToken) =>
        journal.TryWriteAsync(open => AddAsync(open, id, draft, actor, cancellationToken), cancellationToken);

    /// <summary>Reverses an entry: another one with the opposite sums. Reversed again it stays as it is.</summary>
    public Task<Outcome<FundingEntry>> ReverseAsync(Guid id, long number, string? reason, string actor, CancellationToken cancellationToken) => journal.TryWriteAsync<FundingEntry>(
        async open =>
        {
            if (reason?.Trim() is not { Length: >= ChangeNotice.ShortestReason and <= PlanRules.LongestName } words)
                return new ChangeNeedsReason();
            if (await open.Database.FundingEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.NoticeId == id && entry.Number == number, cancellationToken) is not { } wrong)
                return new NoSuchEntry();
            if (wrong is { Kind: FundingEntryKind.Granted or FundingEntryKind.Changed } or { Reverses: not null })
                return new EntryStays();
            if (await open.Database.FundingEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Reverses == number, cancellationToken) is { } earlier)
                return earlier;

            audit.Add(open.Database, actor, "funding-entry-reversed", EnterNotice.SubjectOf(id), $"{number}");
            return open.Add(wrong with { Key = $"reversed/{number}", Cents = -wrong.Cents, EligibleCents = -wrong.EligibleCents, Reverses = number, Words = words, Actor = actor });
        },
        cancellationToken);

    private async Task<Outcome<FundingEntry>> AddAsync(OpenFunding open, Guid id, PaymentDraft draft, string actor, CancellationToken cancellationToken)
    {
        if (await open.StoryAsync(id, cancellationToken) is not { } story)
            return new NoSuchNotice();

        var entry = draft.ToEntry(id, actor, open.Now);
        if (await open.FindAsync(draft.Key, cancellationToken) is { } known)
            return entry with { Number = known.Number, RecordedAt = known.RecordedAt, Actor = known.Actor } == known ? known : new FormUsedBefore();
        if (PaymentRules.Check(story, draft, calendar.Today) is { } refusal)
            return refusal;
        if (entry.DocumentKey is { } document && PaymentRules.CheckInvoice(draft, await BookingsOfAsync(open, document, cancellationToken)) is { } twice)
            return twice;

        audit.Add(open.Database, actor, "funding-entry-booked", EnterNotice.SubjectOf(id), draft.Kind.ToString());
        return open.Add(entry);
    }

    private static async Task<IReadOnlyList<FundingEntry>> BookingsOfAsync(OpenFunding open, string document, CancellationToken cancellationToken) =>
        [.. NoticeStanding.InForce(await open.Database.FundingEntries.AsNoTracking().Where(entry => entry.DocumentKey == document).ToListAsync(cancellationToken))];
}

/// <summary>A payment, or a day that counts, as it is to be booked.</summary>
/// <param name="Key">Unique for the form: sent twice, booked once.</param>
/// <param name="Kind">What happened.</param>
/// <param name="BookedOn">When.</param>
internal sealed record PaymentDraft(string Key, FundingEntryKind Kind, DateOnly BookedOn)
{
    /// <summary>Euro cents; zero when no money is meant.</summary>
    public long Cents { get; init; }

    /// <summary>The eligible part of what was spent.</summary>
    public long EligibleCents { get; init; }

    /// <summary>Where received money comes from.</summary>
    public FundingSource? Source { get; init; }

    /// <summary>What the money is for.</summary>
    public CostCategory? Category { get; init; }

    /// <summary>Code of the milestone.</summary>
    public string? Milestone { get; init; }

    /// <summary>The partner who spent it.</summary>
    public string? Partner { get; init; }

    /// <summary>Who paid or was paid.</summary>
    public string? Party { get; init; }

    /// <summary>Number of the invoice.</summary>
    public string? Document { get; init; }

    /// <summary>What the whole invoice is about; null when it is all for this notice.</summary>
    public long? DocumentCents { get; init; }

    /// <summary>For what, in words.</summary>
    public string? Words { get; init; }

    /// <summary>The entry; it gets its number when it is added.</summary>
    public FundingEntry ToEntry(Guid notice, string actor, DateTimeOffset now) => new()
    {
        Number = 0,
        NoticeId = notice,
        Key = Key,
        Kind = Kind,
        BookedOn = BookedOn,
        Cents = Cents,
        EligibleCents = EligibleCents,
        Source = Source,
        Category = Category,
        Milestone = Milestone,
        Partner = Partner,
        Party = Party,
        Document = Document,
        DocumentKey = Kind is FundingEntryKind.Spent && Party is not null && Document is not null ? DocumentKeys.Of(Party, Document) : null,
        DocumentCents = Kind is FundingEntryKind.Spent ? DocumentCents ?? Cents : null,
        Words = Words,
        Actor = actor,
        RecordedAt = now,
    };
}
