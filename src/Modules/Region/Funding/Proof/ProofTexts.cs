using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Funding.Proof;

/// <summary>The words of a proof of use.</summary>
internal abstract class ProofTexts : ITexts<ProofTexts>
{
    private static readonly ProofTexts German = new GermanProofTexts();
    private static readonly ProofTexts English = new EnglishProofTexts();

    public static ProofTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Title { get; }
    public abstract string InterimTitle { get; }
    public abstract string DemoWords { get; }
    public abstract string ForWhat { get; }
    public abstract string Recipient { get; }
    public abstract string Authority { get; }
    public abstract string Reference { get; }
    public abstract string GrantedInSum { get; }
    public abstract string PaidOut { get; }
    public abstract string Due { get; }
    public abstract string Report { get; }
    public abstract string ReportHint { get; }
    public abstract string Duration { get; }
    public abstract string Fulfilled { get; }
    public abstract string NotStated { get; }
    public abstract string MilestonesHead { get; }
    public abstract string DueOn { get; }
    public abstract string ReachedOn { get; }
    public abstract string Deviations { get; }
    public abstract string NoDeviation { get; }
    public abstract string Partners { get; }
    public abstract string ToFillIn { get; }
    public abstract string Figures { get; }
    public abstract string Receipts { get; }
    public abstract string Expenditure { get; }
    public abstract string Kind { get; }
    public abstract string Planned { get; }
    public abstract string Share { get; }
    public abstract string Settled { get; }
    public abstract string Breakdown { get; }
    public abstract string PlannedEligible { get; }
    public abstract string SettledEligible { get; }
    public abstract string Sum { get; }
    public abstract string Result { get; }
    public abstract string ReceivedInSum { get; }
    public abstract string SpentInSum { get; }
    public abstract string Balance { get; }
    public abstract string Repay { get; }
    public abstract string Outstanding { get; }
    public abstract string Documents { get; }
    public abstract string Day { get; }
    public abstract string What { get; }
    public abstract string Party { get; }
    public abstract string Document { get; }
    public abstract string Euros { get; }
    public abstract string Eligible { get; }
    public abstract string Milestone { get; }
    public abstract string Signature { get; }

    /// <summary>What the recipient writes itself, point by point, as the pattern asks for it.</summary>
    public abstract IReadOnlyList<string> Questions { get; }

    public abstract string NoticeOf(int version, string day, string? words);
    public abstract string MoreOrLess(string category, string planned, string spent);
    public abstract string SpentBy(string partner, string spent, string planned);
    public abstract string NameOf(FundingSource source, FundingLevel? level);
}
