using System.Globalization;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Funding;

/// <summary>The words in English.</summary>
internal sealed class EnglishFundingTexts : FundingTexts
{
    public override RefusalText NoSuchNotice => new("Notice not found", "There is no such notice of grant here.", "Choose it in the list of funding.");
    public override RefusalText NoticeKnown => new("Notice entered before", "A notice of this authority with this reference is entered already.", "Enter a change notice at the one that is there.");
    public override RefusalText NoSuchProgramme => new("Unknown programme", "This funding programme is not in the town's list.", "Choose a programme from the list, or have it added there.");
    public override RefusalText ProjectNameUnreadable => new("Project not readable", "The name of a project has small letters, digits and hyphens.", "Write it as in the project's address, for example open-innovation-lab-oil.");
    public override RefusalText NoticeProjectUnknown => new("Project not in the register", "This project is not in the register of projects, or was withdrawn.", "Enter the project in the register first, or check its name.");
    public override RefusalText ProposalNotGranted => new("No approved proposal", "There is a notice for this proposal already, or it is not approved.", "Open the proposal and see how it stands.");
    public override RefusalText PeriodBackwards => new("Period the wrong way round", "The approval period ends before it begins.", "Check both days.");
    public override RefusalText EligibleAboveSum => new("Eligible part too high", "The eligible part is more than the whole sum.", "Enter the whole sum at most.");
    public override RefusalText PartnersAboveCosts => new("Partners above the costs", "Together the partners are to spend more than the project costs.", "Check the sums of the partners.");
    public override RefusalText NoticeChangedMeanwhile => new("Changed meanwhile", "Somebody else has changed this notice since you opened the form.", "Open the form again and enter your change there.");
    public override RefusalText ChangeNeedsReason => new("Reason missing", "Nothing is changed without a reason of 3 to 200 characters.", "State the reason, for a change notice with its reference.");
    public override RefusalText FormUsedBefore => new("Form used before", "This form has brought another entry already.", "Open the page again and enter it there.");
    public override RefusalText AmountOutOfRange => new("Amount not possible", "An amount is between 0.01 and 999,999,999.99 euros, and an invoice is not less than its part.", "Write the amount for example as 1234.50.");
    public override RefusalText DayInFuture => new("Day in the future", "Only what has happened is entered.", "Enter today or an earlier day.");
    public override RefusalText NoSuchMilestone => new("Unknown milestone", "The notice has no such milestone on that day.", "Choose a milestone of the notice.");
    public override RefusalText NoSuchPartner => new("Unknown partner", "The notice has no such partner on that day.", "Choose a partner of the notice.");
    public override RefusalText PaymentIncomplete => new("Something is missing", "A payment has a kind, a day, a cost category and a milestone; a receipt also its source, and a third party its name.", "Add what is missing.");
    public override RefusalText InvoiceMissing => new("Invoice missing", "Money spent is entered with the name of who was paid and the number of the invoice.", "Enter both.");
    public override RefusalText NoSuchEntry => new("Entry not found", "This notice has no such entry.", "Choose it in the list of entries.");
    public override RefusalText EntryStays => new("This entry stays", "A notice and a reversal are not reversed.", "Enter a change notice or a new entry.");
    public override RefusalText ProposalOfAnotherProject(string project) => new("Another project", $"The proposal is approved for the project {project}.", "Enter the notice for that project.");
    public override RefusalText PlanUnreadable(string line) => new(
        "Not readable", line.Length > 0 ? $"“{line}” could not be read." : "Something is missing, too long or stands there twice.", "Check days (2026-12-31), amounts (1234.50) and lists (one line each, parts with semicolons).");
    public override RefusalText PlanDoesNotAddUp(long costCents, long paidCents) => new(
        "The plan does not add up", $"The costs are {Money(costCents)}, but grant, own share and third parties make {Money(paidCents)}.", "Make both sums equal to the cent.");
    public override RefusalText GrantAboveRate(long mostCents) => new(
        "Grant above its rate", $"For these eligible costs the rate allows {Money(mostCents)} at most.", "Check rate, costs and grant.");
    public override RefusalText ChangeBeforeLast(DateOnly last) => new(
        "Day before the last change", $"The present figures count from {Date(last)}; a change counts from that day at the earliest.", "Enter a later day.");
    public override RefusalText BeyondGrant(long leftCents) => new(
        "More than granted", $"Of the grant {Money(leftCents)} are left.", "Check the amount, or enter the change notice first.");
    public override RefusalText InvoiceFundedTwice(int bookings) => new(
        "Invoice funded before", $"This invoice is entered already ({bookings} times), and together it would be more than its whole sum.", "See under “Double funding” where it stands; for a shared invoice enter its whole sum.");

    public override string Title => "Funding";
    public override string Lead => "Notices of grant with plan and actual figures, deadlines and the proof of use. Every entry stays; a mistake is put right by an opposite one.";
    public override string ToFunding => "To the funding";
    public override string FromProposal => "Proposal of the board";
    public override string FromProposalHint(string title) => $"Filled in from the approved proposal “{title}”. Check everything against the notice.";
    public override string InterimProofs => "Interim proofs of use due on";
    public override string InterimProofsHint => "A day a line, as the notice states it. Empty means: none.";
    public override string InterimProofDue(string day) => $"due on {day}";
    public override string InterimProofSubmitted(string day) => $"handed in on {day}";
    public override string InterimProofPdf => "Interim proof of use as PDF";
    public override string InterimProofOver => "Interim proof of use overdue";
    public override string ToNotice => "To the notice";
    public override string NoNotice => "No notice";
    public override string NoNoticeHint => "No notice of grant has been entered yet.";
    public override string EnterNotice => "Enter a notice of grant";
    public override string EnterGo => "Enter the notice";
    public override string Demo => "DEMO";
    public override string DemoWords => "This notice and its figures are made up.";
    public override string Project => "Project";
    public override string ProjectHint => "The name in the project's address, for example open-innovation-lab-oil.";
    public override string Programme => "Funding programme";
    public override string Authority => "Granting authority";
    public override string Reference => "Reference";
    public override string Recipient => "Recipient of the grant";
    public override string KindOfRecipient => "Kind of recipient";
    public override string GrantedOn => "Day of the notice";
    public override string Period => "Approval period";
    public override string PeriodFrom => "Approval period from";
    public override string PeriodUntil => "Approval period until";
    public override string Rate => "Rate of funding";
    public override string RateHint => "Percent of the eligible costs, for example 80.";
    public override string Financing => "Financing";
    public override string Grant => "Grant";
    public override string OwnShare => "Own share";
    public override string ThirdParties => "Third parties";
    public override string NameAndSumHint => "One line for each name: name; sum.";
    public override string Partners => "Partners";
    public override string Milestones => "Milestones";
    public override string MilestonesHint => "One line for each milestone: short name; day; name.";
    public override string Conditions => "Conditions";
    public override string ConditionsHint => "One line for each condition.";
    public override string Costs => "Costs";
    public override string Eligible => "of which eligible";
    public override string EligibleHint => "Empty means: all.";
    public override string ProofTerms => "When the proof of use is due";
    public override string MonthsAfterPurpose => "Months after the purpose is fulfilled";
    public override string MonthsAfterPeriod => "At the latest months after the approval period";
    public override string Source => "Where that stands";
    public override string ChangeNotice => "Enter a change notice";
    public override string ChangeLead => "The new figures count from the day given. The earlier ones stay.";
    public override string EffectiveOn => "Counts from";
    public override string Reason => "Reason";
    public override string ChangeGo => "Enter the change";
    public override string Planned => "By the notice";
    public override string Called => "Called";
    public override string Received => "Received";
    public override string Spent => "Spent";
    public override string Left => "Left";
    public override string Settled => "Settled";
    public override string Sum => "In sum";
    public override string Balance => "Receipts less expenditure";
    public override string Repay => "To pay back";
    public override string Outstanding => "Still to come";
    public override string Callable => "Still to call";
    public override string PlanAndActual => "Plan and actual";
    public override string Category => "Cost category";
    public override string Milestone => "Milestone";
    public override string Partner => "By which partner";
    public override string DueOn => "Planned until";
    public override string ReachedOn => "Reached on";
    public override string Deadline => "Proof of use due on";
    public override string DeadlineOver => "The proof of use is overdue";
    public override string DeadlineMet => "Handed in on";
    public override string History => "Versions";
    public override string Entries => "Entries";
    public override string Number => "Number";
    public override string Day => "Day";
    public override string Entry => "Entry";
    public override string Amount => "Sum in euros";
    public override string Party => "From or to whom";
    public override string Document => "Invoice";
    public override string Reverse => "Reverse";
    public override string Reversed => "reversed";
    public override string BookPayment => "Enter a payment";
    public override string BookPaymentLead => "A call, a receipt or an expense. Sent once more the same form enters nothing.";
    public override string BookDay => "Enter a day";
    public override string Kind => "What";
    public override string From => "Source (receipts only)";
    public override string WholeInvoice => "Sum of the whole invoice in euros";
    public override string WholeInvoiceHint => "Only when a part of the invoice is entered elsewhere.";
    public override string Words => "For what";
    public override string Book => "Enter";
    public override string None => "not stated";
    public override string Proof => "Proof of use";
    public override string ProofXlsx => "Proof of use as a table (XLSX)";
    public override string ProofPdf => "Proof of use for printing (PDF)";
    public override string DoubleFunding => "Double funding";
    public override string DoubleFundingLead => "Over all notices: the same invoice entered more than once, or a project in several programmes with more than 100 percent together.";
    public override string NothingDouble => "Nothing found";
    public override string NothingDoubleHint => "No invoice and no project is funded twice.";
    public override string RateAboveUsual => "Rate above the usual one";
    public override string RateAboveUsualWords(string source) => $"The programme states a lower highest rate for this recipient. Source: {source}";
    public override string ProjectFundedTwice(string project, string grants, string costs) => $"The project {project} gets {grants} together from several programmes, the highest costs stated are {costs}.";
    public override string InvoiceFoundTwice(string document, string charged, string whole) => $"Of the invoice {document} {charged} are entered, but it is {whole} only.";
    public override string InvoiceShared(string document, string charged, string whole) => $"The invoice {document} is shared: {charged} of {whole} are entered.";
    public override string Version(int version) => version == 1 ? "Notice" : $"Change {version - 1}";

    public override string NameOf(FundingEntryKind kind) => kind switch
    {
        FundingEntryKind.Granted => "Notice",
        FundingEntryKind.Changed => "Change notice",
        FundingEntryKind.Called => "Call for money",
        FundingEntryKind.Received => "Receipt",
        FundingEntryKind.Spent => "Expense",
        FundingEntryKind.MilestoneReached => "Milestone reached",
        FundingEntryKind.PurposeFulfilled => "Purpose fulfilled",
        FundingEntryKind.InterimProofSubmitted => "Interim proof of use",
        _ => "Proof of use handed in",
    };

    public override string NameOf(FundingSource source) => source switch
    {
        FundingSource.Grant => "Grant",
        FundingSource.OwnShare => "Own share",
        _ => "Third parties",
    };

    public override string NameOf(CostCategory category) => category switch
    {
        CostCategory.Personnel => "Staff",
        CostCategory.Material => "Material",
        CostCategory.Investment => "Investments",
        CostCategory.Contract => "Contracts",
        CostCategory.Travel => "Travel",
        _ => "Other",
    };

    public override string NameOf(RecipientKind kind) => kind switch
    {
        RecipientKind.Municipality => "Municipality or charitable association",
        RecipientKind.Research => "Research institution",
        _ => "Others, for example companies",
    };

    public override string NameOf(FundingLevel level) => level switch
    {
        FundingLevel.State => "State",
        FundingLevel.Federal => "Federation",
        _ => "European Union",
    };

    protected override CultureInfo Culture => Language.English.Culture();
}
