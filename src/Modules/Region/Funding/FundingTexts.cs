using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Funding;

/// <summary>What clerks read about funding.</summary>
internal abstract class FundingTexts : ITexts<FundingTexts>
{
    private static readonly FundingTexts German = new GermanFundingTexts();
    private static readonly FundingTexts English = new EnglishFundingTexts();

    public static FundingTexts For(Language language) => language is Language.German ? German : English;

    public abstract RefusalText NoSuchNotice { get; }
    public abstract RefusalText NoticeKnown { get; }
    public abstract RefusalText NoSuchProgramme { get; }
    public abstract RefusalText ProjectNameUnreadable { get; }
    public abstract RefusalText NoticeProjectUnknown { get; }
    public abstract RefusalText ProposalNotGranted { get; }
    public abstract RefusalText PeriodBackwards { get; }
    public abstract RefusalText EligibleAboveSum { get; }
    public abstract RefusalText PartnersAboveCosts { get; }
    public abstract RefusalText NoticeChangedMeanwhile { get; }
    public abstract RefusalText ChangeNeedsReason { get; }
    public abstract RefusalText FormUsedBefore { get; }
    public abstract RefusalText AmountOutOfRange { get; }
    public abstract RefusalText DayInFuture { get; }
    public abstract RefusalText NoSuchMilestone { get; }
    public abstract RefusalText NoSuchPartner { get; }
    public abstract RefusalText PaymentIncomplete { get; }
    public abstract RefusalText InvoiceMissing { get; }
    public abstract RefusalText NoSuchEntry { get; }
    public abstract RefusalText EntryStays { get; }
    public abstract RefusalText ProposalOfAnotherProject(string project);
    public abstract RefusalText PlanUnreadable(string line);
    public abstract RefusalText PlanDoesNotAddUp(long costCents, long paidCents);
    public abstract RefusalText GrantAboveRate(long mostCents);
    public abstract RefusalText ChangeBeforeLast(DateOnly last);
    public abstract RefusalText BeyondGrant(long leftCents);
    public abstract RefusalText InvoiceFundedTwice(int bookings);

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string ToFunding { get; }
    public abstract string ToNotice { get; }
    public abstract string FromProposal { get; }
    public abstract string FromProposalHint(string title);
    public abstract string InterimProofs { get; }
    public abstract string InterimProofsHint { get; }
    public abstract string InterimProofDue(string day);
    public abstract string InterimProofSubmitted(string day);
    public abstract string InterimProofOver { get; }
    public abstract string InterimProofPdf { get; }
    public abstract string NoNotice { get; }
    public abstract string NoNoticeHint { get; }
    public abstract string EnterNotice { get; }
    public abstract string EnterGo { get; }
    public abstract string Demo { get; }
    public abstract string DemoWords { get; }
    public abstract string Project { get; }
    public abstract string ProjectHint { get; }
    public abstract string Programme { get; }
    public abstract string Authority { get; }
    public abstract string Reference { get; }
    public abstract string Recipient { get; }
    public abstract string KindOfRecipient { get; }
    public abstract string GrantedOn { get; }
    public abstract string Period { get; }
    public abstract string PeriodFrom { get; }
    public abstract string PeriodUntil { get; }
    public abstract string Rate { get; }
    public abstract string RateHint { get; }
    public abstract string Financing { get; }
    public abstract string Grant { get; }
    public abstract string OwnShare { get; }
    public abstract string ThirdParties { get; }
    public abstract string NameAndSumHint { get; }
    public abstract string Partners { get; }
    public abstract string Milestones { get; }
    public abstract string MilestonesHint { get; }
    public abstract string Conditions { get; }
    public abstract string ConditionsHint { get; }
    public abstract string Costs { get; }
    public abstract string Eligible { get; }
    public abstract string EligibleHint { get; }
    public abstract string ProofTerms { get; }
    public abstract string MonthsAfterPurpose { get; }
    public abstract string MonthsAfterPeriod { get; }
    public abstract string Source { get; }
    public abstract string ChangeNotice { get; }
    public abstract string ChangeLead { get; }
    public abstract string EffectiveOn { get; }
    public abstract string Reason { get; }
    public abstract string ChangeGo { get; }
    public abstract string Planned { get; }
    public abstract string Called { get; }
    public abstract string Received { get; }
    public abstract string Spent { get; }
    public abstract string Left { get; }
    public abstract string Settled { get; }
    public abstract string Sum { get; }
    public abstract string Balance { get; }
    public abstract string Repay { get; }
    public abstract string Outstanding { get; }
    public abstract string Callable { get; }
    public abstract string PlanAndActual { get; }
    public abstract string Category { get; }
    public abstract string Milestone { get; }
    public abstract string Partner { get; }
    public abstract string DueOn { get; }
    public abstract string ReachedOn { get; }
    public abstract string Deadline { get; }
    public abstract string DeadlineOver { get; }
    public abstract string DeadlineMet { get; }
    public abstract string History { get; }
    public abstract string Entries { get; }
    public abstract string Number { get; }
    public abstract string Day { get; }
    public abstract string Entry { get; }
    public abstract string Amount { get; }
    public abstract string Party { get; }
    public abstract string Document { get; }
    public abstract string Reverse { get; }
    public abstract string Reversed { get; }
    public abstract string BookPayment { get; }
    public abstract string BookPaymentLead { get; }
    public abstract string BookDay { get; }
    public abstract string Kind { get; }
    public abstract string From { get; }
    public abstract string WholeInvoice { get; }
    public abstract string WholeInvoiceHint { get; }
    public abstract string Words { get; }
    public abstract string Book { get; }
    public abstract string None { get; }
    public abstract string Proof { get; }
    public abstract string ProofXlsx { get; }
    public abstract string ProofPdf { get; }
    public abstract string DoubleFunding { get; }
    public abstract string DoubleFundingLead { get; }
    public abstract string NothingDouble { get; }
    public abstract string NothingDoubleHint { get; }
    public abstract string RateAboveUsual { get; }
    public abstract string RateAboveUsualWords(string source);
    public abstract string ProjectFundedTwice(string project, string grants, string costs);
    public abstract string InvoiceFoundTwice(string document, string charged, string whole);
    public abstract string InvoiceShared(string document, string charged, string whole);
    public abstract string Version(int version);
    public abstract string NameOf(FundingEntryKind kind);
    public abstract string NameOf(FundingSource source);
    public abstract string NameOf(CostCategory category);
    public abstract string NameOf(RecipientKind kind);
    public abstract string NameOf(FundingLevel level);

    /// <summary>An amount with its currency, as people of this language write it.</summary>
    public string Money(long cents) => (cents / 100m).ToString("N2", Culture) + " €";

    /// <summary>A day as people of this language write it.</summary>
    public string Date(DateOnly day) => day.ToString("d", Culture);

    /// <summary>A rate as people of this language write it.</summary>
    public string Percent(FundingRate rate) => (rate.BasisPoints / 100m).ToString("0.##", Culture) + " %";

    /// <summary>Days and amounts.</summary>
    protected abstract System.Globalization.CultureInfo Culture { get; }
}
