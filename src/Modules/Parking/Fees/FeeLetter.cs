using Modellstadt.Kernel.Texts;
using Modellstadt.Messages;
using Modellstadt.Parking.Letters;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>Everything that stands in a letter about money.</summary>
/// <param name="Notice">What is to be paid, by whom, to whom.</param>
/// <param name="OpenCents">Euro cents that are open, the fees of reminders included.</param>
/// <param name="Reminder">The reminder that it is; null for the notice itself.</param>
/// <param name="Remedy">What can be done against it.</param>
/// <param name="Sender">The office.</param>
internal sealed record FeeLetterFile(FeeNotice Notice, long OpenCents, ReceivableReminder? Reminder, Remedy Remedy, LetterSender Sender);

/// <summary>A letter about money: the fee notice itself, a reminder or a dunning letter, each with the transfer as a QR code.</summary>
internal static class FeeLetter
{
    private const int CodeMillimetres = 35;

    /// <summary>The letter in one language; the German one is binding, and the English one says so.</summary>
    public static Letter Of(FeeLetterFile file, Language language)
    {
        var (texts, decisions) = (FeeLetterTexts.For(language), LetterTexts.For(language));
        return new Letter
        {
            Sender = file.Sender,
            Addressee = AddresseeOf(file.Notice),
            Day = file.Reminder?.On ?? file.Notice.IssuedOn,
            Reference = file.Notice.Reference,
            Language = language,
            Title = texts.TitleOf(file.Reminder?.Kind),
            Blocks =
            [
                .. decisions.TranslationNote is { } note ? [new LetterParagraph(note)] : Array.Empty<LetterBlock>(),
                .. file.Reminder is { } reminder ? Reminding(file, reminder, texts) : Noticing(file, texts),
                .. Paying(file, language),
                .. file.Reminder is { FeeCents: 0 } ? [] : new[] { RemedyBlock.Of(file.Remedy, file.Sender, decisions) },
            ],
            Demo = file.Notice.Demo,
        };
    }

    private static PostalAddress? AddresseeOf(FeeNotice notice) =>
        notice.AddresseePlace.Split(' ', 2) is [var code, var place] ? new PostalAddress(notice.AddresseeName, notice.AddresseeStreet, code, place) : null;

    private static IEnumerable<LetterBlock> Reminding(FeeLetterFile file, ReceivableReminder reminder, FeeLetterTexts texts)
    {
        yield return new LetterParagraph(texts.NotPaid(file.Notice.Reference, file.Notice.DueOn));
        yield return new LetterTable(
        [
            new LetterRow(texts.Open, texts.Money(file.OpenCents)),
            .. reminder.FeeCents > 0 ? [new LetterRow(texts.ReminderFee, texts.Money(reminder.FeeCents))] : Array.Empty<LetterRow>(),
            new LetterRow(texts.PayBy, texts.Date(reminder.PayBy)),
        ]);
        yield return new LetterParagraph(texts.PaidAlready);
        if (reminder.Kind is ReminderKind.Dunning)
            yield return new LetterParagraph(texts.EnforcementFollows);
        if (reminder.FeeBasis is { } basis)
            yield return new LetterParagraph(texts.ReminderFeeBasis(basis));
    }

    private static IEnumerable<LetterBlock> Noticing(FeeLetterFile file, FeeLetterTexts texts) =>
    [
        new LetterParagraph(texts.TicketsUsed),
        new LetterTable(
        [
            new LetterRow(texts.Amount, texts.Money(file.Notice.AmountCents)),
            new LetterRow(texts.PayBy, texts.Date(file.Notice.DueOn)),
        ]),
        new LetterParagraph(texts.TicketBasis(file.Notice.FeeRuleId)),
    ];

    private static IEnumerable<LetterBlock> Paying(FeeLetterFile file, Language language)
    {
        if (file.Notice.ToGiroCode(ParkingTexts.For(language), file.OpenCents) is not { } transfer)
            yield break;

        var texts = LetterTexts.For(language);
        yield return new LetterParagraph(texts.PayTo(file.Notice.PayeeName!, file.Notice.PayeeIban!));
        yield return new LetterQrCode(transfer.Text, file.Notice.Demo ? texts.GiroCodeDemo : texts.GiroCode, CodeMillimetres);
    }
}
