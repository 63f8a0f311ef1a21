using Modellstadt.Kernel.Texts;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Modellstadt.Region.Funding.Proof;

/// <summary>A proof of use as a workbook (XLSX): the figures, the report, and the entries that the figures come from. Words are text cells, never formulas.</summary>
internal sealed class ProofWorkbook
{
    private readonly ProofOfUse proof;
    private readonly ProofTexts words;
    private readonly FundingTexts funding;
    private readonly Spreadsheet file;
    private readonly StyleId euros;
    private readonly StyleId bold;
    private readonly StyleId boldEuros;

    private ProofWorkbook(ProofOfUse proof, Language language, Spreadsheet file)
    {
        (this.proof, this.file) = (proof, file);
        (words, funding) = (ProofTexts.For(language), FundingTexts.For(language));
        var amount = NumberFormat.Standard(StandardNumberFormat.ThousandsSeparatorTwoDecimalPlaces);
        var strong = new Font { Bold = true };
        (euros, bold, boldEuros) = (file.AddStyle(new Style { Format = amount }), file.AddStyle(new Style { Font = strong }), file.AddStyle(new Style { Font = strong, Format = amount }));
    }

    /// <summary>Writes the workbook.</summary>
    public static async Task WriteAsync(ProofOfUse proof, Language language, Stream content, CancellationToken cancellationToken)
    {
        await using var file = await Spreadsheet.CreateNewAsync(content, cancellationToken: cancellationToken);
        var workbook = new ProofWorkbook(proof, language, file);
        await workbook.WriteFiguresAsync(cancellationToken);
        await workbook.WriteReportAsync(cancellationToken);
        await workbook.WriteDocumentsAsync(cancellationToken);
        await file.FinishAsync(cancellationToken);
    }

    private async Task WriteFiguresAsync(CancellationToken cancellationToken)
    {
        await StartAsync(words.Figures, [44, 24, 24, 24, 24], cancellationToken);
        await WriteHeadAsync(cancellationToken);
        await RowAsync([Strong(words.Receipts)], cancellationToken);
        await RowAsync([Strong(words.Kind), Strong(words.Planned), Strong(words.Share), Strong(words.Settled), Strong(words.Share)], cancellationToken);
        foreach (var row in proof.Receipts)
        {
            var (label, style) = row.Source is { } source ? (new Cell(words.NameOf(source, proof.Level)), euros) : (Strong(words.Sum), boldEuros);
            await RowAsync([label, Euros(row.PlannedCents, style), Share(row.PlannedShare, style), Euros(row.SettledCents, style), Share(row.SettledShare, style)], cancellationToken);
        }

        await RowAsync([], cancellationToken);
        await RowAsync([Strong(words.Expenditure)], cancellationToken);
        await RowAsync([Strong(words.Breakdown), Strong(words.Planned), Strong(words.PlannedEligible), Strong(words.Settled), Strong(words.SettledEligible)], cancellationToken);
        foreach (var cost in proof.Expenditure)
            await RowAsync([new(funding.NameOf(cost.Category)), Euros(cost.PlannedCents, euros), Euros(cost.PlannedEligibleCents, euros), Euros(cost.SpentCents, euros), Euros(cost.SpentEligibleCents, euros)], cancellationToken);
        var total = proof.Total;
        await RowAsync(
            [Strong(words.Sum), Euros(total.PlannedCents, boldEuros), Euros(total.PlannedEligibleCents, boldEuros), Euros(total.SettledCents, boldEuros), Euros(total.SettledEligibleCents, boldEuros)], cancellationToken);
        await RowAsync([], cancellationToken);
        await RowAsync([Strong(words.Result)], cancellationToken);
        foreach (var (label, cents) in ProofReport.Result(proof, words))
            await RowAsync([new(label), Euros(cents, euros)], cancellationToken);
    }

    /// <summary>Who proves what to whom.</summary>
    private async Task WriteHeadAsync(CancellationToken cancellationToken)
    {
        var notice = proof.Story.Notice;
        await RowAsync([Strong(notice.Demo ? $"{words.Title} – {words.DemoWords}" : words.Title)], cancellationToken);
        foreach (var (label, value) in new[] { (words.Authority, notice.Authority), (words.Reference, notice.Reference), (words.Recipient, notice.Recipient), (words.ForWhat, notice.ProjectId), (words.Due, funding.Date(proof.Deadline.DueOn)) })
            await RowAsync([new(label), new(value)], cancellationToken);
        foreach (var (version, day, reason, cents) in proof.Notices)
            await RowAsync([new(words.NoticeOf(version, funding.Date(day), reason)), Euros(cents, euros)], cancellationToken);
        await RowAsync([new(words.GrantedInSum), Euros(proof.Standing.Plan.GrantCents, euros)], cancellationToken);
        await RowAsync([new(words.PaidOut), Euros(proof.Standing.Sums.GrantCents, euros)], cancellationToken);
        await RowAsync([], cancellationToken);
    }

    private async Task WriteReportAsync(CancellationToken cancellationToken)
    {
        var plan = proof.Standing.Plan;
        await StartAsync(words.Report, [60, 24, 24], cancellationToken);
        await RowAsync([new(words.ReportHint)], cancellationToken);
        await RowAsync([new(words.Duration), new($"{funding.Date(plan.From)} – {funding.Date(plan.Until)}")], cancellationToken);
        await RowAsync([new(words.Fulfilled), new(proof.Deadline.PurposeFulfilledOn is { } on ? funding.Date(on) : words.NotStated)], cancellationToken);
        await RowAsync([Strong(words.MilestonesHead), Strong(words.DueOn), Strong(words.ReachedOn)], cancellationToken);
        foreach (var milestone in proof.Standing.Milestones)
            await RowAsync([new($"{milestone.Code} {milestone.Planned?.Name}"), new(milestone.Planned is { } planned ? funding.Date(planned.DueOn) : ""), new(milestone.ReachedOn is { } reached ? funding.Date(reached) : words.NotStated)], cancellationToken);
        await SectionAsync(words.Deviations, ProofReport.Deviations(proof, words, funding), cancellationToken);
        await SectionAsync(words.Partners, ProofReport.Partners(proof, words, funding), cancellationToken);
        await SectionAsync(words.ToFillIn, words.Questions, cancellationToken);
    }

    private async Task WriteDocumentsAsync(CancellationToken cancellationToken)
    {
        await StartAsync(words.Documents, [12, 34, 14, 18, 30, 20, 18, 18], cancellationToken);
        await RowAsync(
            [Strong(words.Day), Strong(words.What), Strong(words.Milestone), Strong(words.Breakdown), Strong(words.Party), Strong(words.Document), Strong(words.Euros), Strong(words.Eligible)], cancellationToken);
        foreach (var entry in proof.Documents)
        {
            var what = entry.Source is { } source ? $"{funding.NameOf(entry.Kind)}, {funding.NameOf(source)}" : funding.NameOf(entry.Kind);
            await RowAsync(
                [
                    new(funding.Date(entry.BookedOn)), new(what), new(entry.Milestone), new(entry.Category is { } category ? funding.NameOf(category) : ""), new(entry.Party), new(entry.Document),
                    Euros(entry.Cents, euros), entry.Kind is FundingEntryKind.Spent ? Euros(entry.EligibleCents, euros) : new Cell(),
                ],
                cancellationToken);
        }
    }

    private async Task SectionAsync(string heading, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        await RowAsync([], cancellationToken);
        await RowAsync([Strong(heading)], cancellationToken);
        foreach (var line in lines)
            await RowAsync([new(line)], cancellationToken);
    }

    private async Task StartAsync(string name, IReadOnlyList<double> widths, CancellationToken cancellationToken)
    {
        var options = new WorksheetOptions();
        for (var column = 0; column < widths.Count; column++)
            options.Column(column + 1).Width = widths[column];
        await file.StartWorksheetAsync(name, options, cancellationToken);
    }

    private ValueTask RowAsync(Cell[] cells, CancellationToken cancellationToken) => file.AddRowAsync(cells, cancellationToken);

    private Cell Strong(string text) => new(text, bold);

    private static Cell Euros(long cents, StyleId style) => new(cents / 100m, style);

    private static Cell Share(int? hundredths, StyleId style) => hundredths is { } share ? new(share / 100m, style) : new Cell();
}
