using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Funding;

internal sealed record NoSuchNotice() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:no-such-notice", 404, texts => texts.NoSuchNotice);

internal sealed record NoticeKnown() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:notice-known", 409, texts => texts.NoticeKnown);

internal sealed record NoSuchProgramme() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:no-such-programme", 422, texts => texts.NoSuchProgramme);

internal sealed record ProjectNameUnreadable() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:project-name-unreadable", 422, texts => texts.ProjectNameUnreadable);

internal sealed record NoticeProjectUnknown() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:notice-project-unknown", 422, texts => texts.NoticeProjectUnknown);

internal sealed record ProposalNotGranted() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:proposal-not-granted", 409, texts => texts.ProposalNotGranted);

internal sealed record ProposalOfAnotherProject(string Project)
    : SpokenRefusal<FundingTexts>("urn:modellstadt:region:proposal-of-another-project", 422, texts => texts.ProposalOfAnotherProject(Project));

internal sealed record PlanUnreadable(string Line) : SpokenRefusal<FundingTexts>("urn:modellstadt:region:plan-unreadable", 422, texts => texts.PlanUnreadable(Line));

internal sealed record PeriodBackwards() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:period-backwards", 422, texts => texts.PeriodBackwards);

internal sealed record EligibleAboveSum() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:eligible-above-sum", 422, texts => texts.EligibleAboveSum);

internal sealed record PlanDoesNotAddUp(long CostCents, long PaidCents)
    : SpokenRefusal<FundingTexts>("urn:modellstadt:region:plan-does-not-add-up", 422, texts => texts.PlanDoesNotAddUp(CostCents, PaidCents));

internal sealed record GrantAboveRate(long MostCents) : SpokenRefusal<FundingTexts>("urn:modellstadt:region:grant-above-rate", 422, texts => texts.GrantAboveRate(MostCents));

internal sealed record PartnersAboveCosts() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:partners-above-costs", 422, texts => texts.PartnersAboveCosts);

internal sealed record NoticeChangedMeanwhile() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:notice-changed-meanwhile", 409, texts => texts.NoticeChangedMeanwhile);

internal sealed record ChangeBeforeLast(DateOnly Last) : SpokenRefusal<FundingTexts>("urn:modellstadt:region:change-before-last", 422, texts => texts.ChangeBeforeLast(Last));

internal sealed record ChangeNeedsReason() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:change-needs-reason", 422, texts => texts.ChangeNeedsReason);

internal sealed record FormUsedBefore() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:form-used-before", 409, texts => texts.FormUsedBefore);

internal sealed record AmountOutOfRange() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:amount-out-of-range", 422, texts => texts.AmountOutOfRange);

internal sealed record DayInFuture() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:day-in-future", 422, texts => texts.DayInFuture);

internal sealed record NoSuchMilestone() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:no-such-milestone", 422, texts => texts.NoSuchMilestone);

internal sealed record NoSuchPartner() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:no-such-partner", 422, texts => texts.NoSuchPartner);

internal sealed record PaymentIncomplete() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:payment-incomplete", 422, texts => texts.PaymentIncomplete);

internal sealed record BeyondGrant(long LeftCents) : SpokenRefusal<FundingTexts>("urn:modellstadt:region:beyond-grant", 422, texts => texts.BeyondGrant(LeftCents));

internal sealed record InvoiceMissing() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:invoice-missing", 422, texts => texts.InvoiceMissing);

internal sealed record InvoiceFundedTwice(int Bookings) : SpokenRefusal<FundingTexts>("urn:modellstadt:region:invoice-funded-twice", 409, texts => texts.InvoiceFundedTwice(Bookings));

internal sealed record NoSuchEntry() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:no-such-entry", 404, texts => texts.NoSuchEntry);

internal sealed record EntryStays() : SpokenRefusal<FundingTexts>("urn:modellstadt:region:entry-stays", 422, texts => texts.EntryStays);
