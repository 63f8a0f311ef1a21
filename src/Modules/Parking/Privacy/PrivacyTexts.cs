using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Privacy;

/// <summary>Words about personal data, for the person and for clerks.</summary>
internal abstract class PrivacyTexts : ITexts<PrivacyTexts>
{
    private static readonly PrivacyTexts German = new GermanPrivacyTexts();
    private static readonly PrivacyTexts English = new EnglishPrivacyTexts();

    public static PrivacyTexts For(Language language) => language is Language.German ? German : English;

    public abstract string MyData { get; }
    public abstract string MyDataLead { get; }
    public abstract string NothingKept { get; }
    public abstract string ToMyPermit { get; }
    public abstract string Download { get; }
    public abstract string CorrectionTitle { get; }
    public abstract string CorrectionLead { get; }
    public abstract string CorrectionWords { get; }
    public abstract string CorrectionSend { get; }
    public abstract string WaitsForAnswer { get; }
    public abstract string OfficeTitle { get; }
    public abstract string ToOffice { get; }
    public abstract string OpenCorrections { get; }
    public abstract string NoCorrection { get; }
    public abstract string RegisterKey { get; }
    public abstract string Answer { get; }
    public abstract string SendAnswer { get; }
    public abstract string CopyTitle { get; }
    public abstract string CopyLead { get; }
    public abstract string PermitNumber { get; }
    public abstract string CopyReason { get; }
    public abstract string CopyReasonHint { get; }
    public abstract string MakeCopy { get; }
    public abstract string RetentionTitle { get; }
    public abstract string RetentionLead { get; }
    public abstract string Records { get; }
    public abstract string Purpose { get; }
    public abstract string Period { get; }

    public abstract RefusalText CorrectionNeedsWords { get; }
    public abstract RefusalText CorrectionNotFound { get; }
    public abstract RefusalText CopyNeedsReason { get; }
    public abstract RefusalText NobodyWithThatPermit { get; }

    public abstract RefusalText TooManyCorrections(int most);
    public abstract string DaysAfter(int days, string begins);
}
