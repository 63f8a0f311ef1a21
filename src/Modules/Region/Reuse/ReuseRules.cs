using System.Globalization;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Reuse;

/// <summary>Decides what a town may say of a take-over.</summary>
internal static class ReuseRules
{
    /// <summary>Fewest characters of a sentence that explains something.</summary>
    public const int ShortestSentence = 5;

    /// <summary>Most characters of a sentence.</summary>
    public const int LongestSentence = 300;

    /// <summary>Most characters of a name, a version, a role.</summary>
    public const int LongestName = 120;

    private const int LongestId = 120;
    private const int MostDays = 100_000;
    private const long MostCents = 100_000_000_000_00;

    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>The steps that may follow. Rungs may be passed over, for some towns run a result before anybody asks; whoever leaves may begin again.</summary>
    /// <param name="from">The step before; null at the beginning.</param>
    public static IReadOnlyList<ReuseStep> Following(ReuseStep? from) => from switch
    {
        null => [ReuseStep.Interest, ReuseStep.Talks, ReuseStep.Pilot, ReuseStep.Operation],
        ReuseStep.Interest => [ReuseStep.Interest, ReuseStep.Talks, ReuseStep.Pilot, ReuseStep.Operation, ReuseStep.Left],
        ReuseStep.Talks => [ReuseStep.Talks, ReuseStep.Pilot, ReuseStep.Operation, ReuseStep.Left],
        ReuseStep.Pilot => [ReuseStep.Pilot, ReuseStep.Operation, ReuseStep.Left],
        ReuseStep.Operation => [ReuseStep.Operation, ReuseStep.Contributing, ReuseStep.Left],
        ReuseStep.Contributing => [ReuseStep.Contributing, ReuseStep.Operation, ReuseStep.Left],
        _ => [ReuseStep.Interest, ReuseStep.Talks, ReuseStep.Pilot, ReuseStep.Operation],
    };

    /// <summary>Why a town may not say this; null when it may.</summary>
    /// <param name="record">What it wants to say.</param>
    /// <param name="basis">What it builds on, <see cref="ReuseStory.BasisOf"/>; null at the beginning.</param>
    /// <param name="today">Today in the town.</param>
    public static Refusal? Refuse(ReuseRecord record, ReuseRecord? basis, DateOnly today)
    {
        if (!Following(basis?.Step).Contains(record.Step))
            return new StepNotPossible();
        if (record.Since > today || record.Since < (basis is { Step: not ReuseStep.Left } before ? before.Since : Earliest))
            return new SinceNotPossible();
        if (record.Step is ReuseStep.Left && record.Reason is null)
            return new LeavingNeedsReason();
        if (record.By == record.Giver && SpeaksForTaker(record))
            return new FiguresAreTheTakers();
        if (record.Number > ReuseRecord.MostNumber)
            return new NoNumberLeft();
        return IsSound(record) ? null : new RecordUnusable();
    }

    /// <summary>Why a record from the feed of another town cannot be meant so; null when it can.</summary>
    /// <param name="record">The record.</param>
    /// <param name="follows">The record it builds on, when it is known here.</param>
    public static bool MayEnter(ReuseRecord record, ReuseRecord? follows) =>
        IsSound(record) && (record.By == record.Giver || record.By == record.Taker) && record.Giver != record.Taker
        && !(record.By == record.Giver && SpeaksForTaker(record))
        && (record.Step is not ReuseStep.Left || record.Reason is not null)
        && (record.Follows is null
            ? Following(null).Contains(record.Step)
            : follows is null || (follows.Project == record.Project && follows.Taker == record.Taker && follows.Number < record.Number && Following(follows.Step).Contains(record.Step)));

    /// <summary>Letters, digits and signs of one line; nothing that JSON would have to escape, so that everybody reckons the same digest.</summary>
    public static bool IsLine(string? text, int longest) =>
        text is null || (text.Length > 0 && text.Length <= longest && !text.Any(sign => char.IsControl(sign) || char.IsSurrogate(sign) || IsInvisible(sign)));

    /// <summary>Effort, savings and whom to call are the taker's to say.</summary>
    private static bool SpeaksForTaker(ReuseRecord record) => record.Effort is not null || record.Saving is not null || record.ContactRole is not null;

    private static bool IsSound(ReuseRecord record) =>
        record.Project.Length is > 0 and <= LongestId && record.Project.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-')
        && IsTown(record.Giver) && IsTown(record.Taker) && IsLine(record.TakerName, LongestName) && IsLine(record.Version, LongestName)
        && IsLine(record.ContactRole, LongestName) && IsLine(record.Follows, LongestId) && IsSentence(record.Reason)
        && record.Since >= Earliest
        && (record.Effort is null || (record.Effort.Days is >= 0 and <= MostDays && IsSentence(record.Effort.Method)))
        && (record.Saving is null || (record.Saving.Cents is >= 0 and <= MostCents && IsSentence(record.Saving.Method)));

    private static bool IsTown(string ags) => ags.Length is 5 or 8 && ags.All(char.IsAsciiDigit);

    private static bool IsSentence(string? text) => IsLine(text, LongestSentence) && text is null or { Length: >= ShortestSentence };

    private static bool IsInvisible(char sign) => sign is not ' ' && CharUnicodeInfo.GetUnicodeCategory(sign)
        is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
}
