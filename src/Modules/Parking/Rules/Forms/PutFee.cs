using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Fees;

namespace Modellstadt.Parking.Rules.Forms;

/// <summary>A clerk puts a fee into a draft, changes one or takes one out. A changed fee takes the source that was named.</summary>
internal sealed class PutFee(ChangeDraft drafts)
{
    /// <summary>Puts the fee that the fields say.</summary>
    /// <param name="number">The draft.</param>
    /// <param name="entered">What was entered: <c>checksum</c>, <c>source</c>, <c>kind</c> and the fields of the kind; or <c>json</c>, the fee as text.</param>
    /// <param name="known">Identifier of the fee that is changed; null for a new one.</param>
    /// <param name="actor">Who changes; cannot put the draft in force any more.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public Task<Outcome<RuleBookVersion>> ExecuteAsync(int number, IReadOnlyDictionary<string, string> entered, string? known, string actor, CancellationToken cancellationToken) =>
        drafts.EditAsync(number, entered.GetValueOrDefault("checksum"), entered.GetValueOrDefault("source"), actor, (book, stated) => Put(book, entered, known, stated), cancellationToken);

    /// <summary>Takes a fee out.</summary>
    public Task<Outcome<RuleBookVersion>> RemoveAsync(int number, IReadOnlyDictionary<string, string> entered, string known, string actor, CancellationToken cancellationToken) =>
        drafts.EditAsync(
            number, entered.GetValueOrDefault("checksum"), entered.GetValueOrDefault("source"), actor,
            (book, _) => book with { Fees = [.. book.Fees.Where(fee => fee.Id != known)] }, cancellationToken);

    private static Outcome<RuleBook> Put(RuleBook book, IReadOnlyDictionary<string, string> entered, string? known, Stated stated)
    {
        var before = book.Fees.FirstOrDefault(fee => fee.Id == known);
        if (!Read(book, entered, before, stated).Succeeded(out var fee, out var refusal))
            return refusal;
        if (fee.Id != before?.Id && book.Fees.Any(other => other.Id == fee.Id))
            return new FeeIdentifierUnusable();
        return book with { Fees = before is null ? [.. book.Fees, fee] : [.. book.Fees.Select(other => other == before ? fee : other)] };
    }

    private static Outcome<FeeRule> Read(RuleBook book, IReadOnlyDictionary<string, string> entered, FeeRule? before, Stated stated)
    {
        if (entered.TryGetValue("json", out var json))
            return FeeForm.Parse(json) is { } parsed ? Outcome(parsed) : new FeeUnreadable();

        var reader = new FeeReader(entered);
        var like = before ?? new UnknownFee { Id = "", Ags = book.Ags, Demo = book.Demo, Confidence = stated.Confidence, Source = stated.Source };
        if (reader.Read(entered.GetValueOrDefault("kind", ""), new FeeForm([.. book.Zones.Select(zone => zone.ZoneId).Distinct()]), like) is not { } fee)
            return new FeeUnusable(reader.Unusable);
        return before is not null && FeeForm.Same(before, fee) ? before : fee with { Confidence = stated.Confidence, Source = stated.Source };
    }

    private static Outcome<FeeRule> Outcome(FeeRule fee) => fee;
}
