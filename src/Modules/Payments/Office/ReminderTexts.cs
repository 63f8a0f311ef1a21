using Modellstadt.Kernel.Texts;

namespace Modellstadt.Payments.Office;

/// <summary>What clerks read about reminders.</summary>
internal abstract class ReminderTexts : ITexts<ReminderTexts>
{
    private static readonly ReminderTexts German = new GermanReminderTexts();
    private static readonly ReminderTexts English = new EnglishReminderTexts();

    public static ReminderTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Reminders { get; }
    public abstract string NoReminder { get; }
    public abstract string Held { get; }
    public abstract string Lift { get; }
    public abstract string HoldExplain { get; }
    public abstract string HoldReason { get; }
    public abstract string Hold { get; }
    public abstract string Ripe { get; }
    public abstract string RipeLead { get; }
    public abstract string RipeSince { get; }
    public abstract string NothingRipe { get; }
    public abstract string NothingRipeHint { get; }
    public abstract string FetchRipe { get; }
    public abstract string NameOf(ReminderKind kind);

    /// <summary>A level that was reached.</summary>
    /// <param name="kind">What was done.</param>
    /// <param name="day">When.</param>
    /// <param name="fee">What it cost; null when nothing.</param>
    public string Line(ReminderKind kind, string day, string? fee) => fee is null ? $"{day}: {NameOf(kind)}" : $"{day}: {NameOf(kind)}, {fee}";
}
