using System.Globalization;
using Modellstadt.Kernel.Texts;
using Modellstadt.Messages;

namespace Modellstadt.Region.Funding.Proof;

/// <summary>A proof of use on paper: a letter to the granting authority, for the town to complete and sign.</summary>
internal static class ProofLetter
{
    /// <summary>The letter.</summary>
    /// <param name="proof">What it proves.</param>
    /// <param name="language">Its language; authorities in Germany want German.</param>
    /// <param name="isInterim">True for an interim proof of use: the same structure, as far as the project has come.</param>
    public static Letter Of(ProofOfUse proof, Language language, bool isInterim = false)
    {
        var (words, funding, notice) = (ProofTexts.For(language), FundingTexts.For(language), proof.Story.Notice);
        return new Letter
        {
            Sender = new LetterSender(new PostalAddress(notice.Recipient, "", "", ""), []),
            Addressee = new PostalAddress(notice.Authority, "", "", ""),
            Day = proof.Day,
            Reference = notice.Reference,
            Language = language,
            Title = isInterim ? words.InterimTitle : words.Title,
            Demo = notice.Demo,
            Blocks = [.. Grant(proof, words, funding), .. Report(proof, words, funding), .. Figures(proof, words, funding, language.Culture()), new LetterParagraph(words.Signature)],
        };
    }

    private static IEnumerable<LetterBlock> Grant(ProofOfUse proof, ProofTexts words, FundingTexts funding) =>
    [
        new LetterTable(
        [
            new(words.ForWhat, proof.Story.Notice.ProjectId),
            .. proof.Notices.Select(notice => new LetterRow(words.NoticeOf(notice.Version, funding.Date(notice.Day), notice.Words), funding.Money(notice.GrantCents))),
            new(words.GrantedInSum, funding.Money(proof.Standing.Plan.GrantCents)),
            new(words.PaidOut, funding.Money(proof.Standing.Sums.GrantCents)),
            new(words.Due, $"{funding.Date(proof.Deadline.DueOn)} ({proof.Standing.Plan.Proof.Source})"),
        ]),
    ];

    private static IEnumerable<LetterBlock> Report(ProofOfUse proof, ProofTexts words, FundingTexts funding)
    {
        var plan = proof.Standing.Plan;
        yield return new LetterHeading(words.Report);
        yield return new LetterParagraph(words.ReportHint);
        yield return new LetterTable(
        [
            new(words.Duration, $"{funding.Date(plan.From)} – {funding.Date(plan.Until)}"),
            new(words.Fulfilled, proof.Deadline.PurposeFulfilledOn is { } on ? funding.Date(on) : words.NotStated),
        ]);
        if (proof.Standing.Milestones.Count > 0)
            yield return new LetterFigures([words.MilestonesHead, words.DueOn, words.ReachedOn], [.. proof.Standing.Milestones.Select(milestone => Milestone(milestone, words, funding))]);
        yield return new LetterHeading(words.Deviations);
        yield return new LetterList([.. ProofReport.Deviations(proof, words, funding)]);
        if (proof.Standing.Partners.Count > 0)
            yield return new LetterHeading(words.Partners);
        if (proof.Standing.Partners.Count > 0)
            yield return new LetterList([.. ProofReport.Partners(proof, words, funding)]);
        yield return new LetterHeading(words.ToFillIn);
        yield return new LetterList([.. words.Questions.Select(question => $"{question}: …")]);
    }

    private static IEnumerable<LetterBlock> Figures(ProofOfUse proof, ProofTexts words, FundingTexts funding, CultureInfo culture)
    {
        var total = proof.Total;
        yield return new LetterHeading(words.Figures);
        yield return new LetterHeading(words.Receipts);
        yield return new LetterFigures(
            [words.Kind, words.Planned, words.Share, words.Settled, words.Share],
            [.. proof.Receipts.Select(row => new LetterFigureRow(
                row.Source is { } source ? words.NameOf(source, proof.Level) : words.Sum,
                [Euros(row.PlannedCents, culture), Share(row.PlannedShare, culture), Euros(row.SettledCents, culture), Share(row.SettledShare, culture)], IsSum: row.Source is null))]);
        yield return new LetterHeading(words.Expenditure);
        yield return new LetterFigures(
            [words.Breakdown, words.Planned, words.PlannedEligible, words.Settled, words.SettledEligible],
            [
                .. proof.Expenditure.Select(row => new LetterFigureRow(
                    funding.NameOf(row.Category), [Euros(row.PlannedCents, culture), Euros(row.PlannedEligibleCents, culture), Euros(row.SpentCents, culture), Euros(row.SpentEligibleCents, culture)])),
                new LetterFigureRow(words.Sum, [Euros(total.PlannedCents, culture), Euros(total.PlannedEligibleCents, culture), Euros(total.SettledCents, culture), Euros(total.SettledEligibleCents, culture)], IsSum: true),
            ]);
        yield return new LetterHeading(words.Result);
        yield return new LetterFigures([words.Kind, words.Euros], [.. ProofReport.Result(proof, words).Select(row => new LetterFigureRow(row.Label, [Euros(row.Cents, culture)]))]);
    }

    private static LetterFigureRow Milestone(MilestoneStanding milestone, ProofTexts words, FundingTexts funding) =>
        new($"{milestone.Code} {milestone.Planned?.Name}", [milestone.Planned is { } planned ? funding.Date(planned.DueOn) : "", milestone.ReachedOn is { } on ? funding.Date(on) : words.NotStated]);

    private static string Euros(long cents, CultureInfo culture) => (cents / 100m).ToString("N2", culture);

    private static string Share(int? hundredths, CultureInfo culture) => hundredths is { } share ? (share / 100m).ToString("0.00", culture) : "–";
}
