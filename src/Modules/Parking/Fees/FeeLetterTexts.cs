using System.Globalization;
using Modellstadt.Kernel.Texts;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>What stands in letters and messages about money. Subjects say nothing about a person: they stand on locked screens.</summary>
internal abstract class FeeLetterTexts : ITexts<FeeLetterTexts>
{
    private static readonly FeeLetterTexts German = new GermanFeeLetterTexts();
    private static readonly FeeLetterTexts English = new EnglishFeeLetterTexts();

    public static FeeLetterTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Open { get; }
    public abstract string ReminderFee { get; }
    public abstract string PayBy { get; }
    public abstract string PaidAlready { get; }
    public abstract string EnforcementFollows { get; }
    public abstract string TicketsUsed { get; }
    public abstract string Amount { get; }
    public abstract string Link { get; }
    public abstract string ToMine { get; }
    public abstract string SeeLetter { get; }

    /// <summary>The title, also the subject of the message: of a reminder, or of the notice when there is none.</summary>
    public abstract string TitleOf(ReminderKind? kind);

    /// <summary>What the message says.</summary>
    public abstract string MessageOf(ReminderKind? kind, string reference);
    public abstract string NotPaid(string reference, DateOnly due);
    public abstract string ReminderFeeBasis(string basis);
    public abstract string TicketBasis(string rule);

    /// <summary>A reminder as a line on the page of the permit.</summary>
    public abstract string Reminded(ReceivableReminder reminder);

    /// <summary>An amount with its currency.</summary>
    public string Money(long cents) => (cents / 100m).ToString("N2", Culture) + " €";

    /// <summary>A day as people of this language write it.</summary>
    public string Date(DateOnly day) => day.ToString("d", Culture);

    /// <summary>Days and amounts.</summary>
    protected abstract CultureInfo Culture { get; }

    /// <summary>What a reminder cost, to stand behind its name.</summary>
    protected string Cost(ReceivableReminder reminder) => reminder.FeeCents == 0 ? "" : $" ({ReminderFee}: {Money(reminder.FeeCents)})";
}
