using Modellstadt.Kernel.Outcomes;

using Modellstadt.Payments.Statements;

namespace Modellstadt.Payments;

internal sealed record NoSuchReceivable() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:no-such-receivable", 404, texts => texts.NoSuchReceivable);

internal sealed record CreditAboveFee() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:credit-above-fee", 422, texts => texts.CreditAboveFee);

internal sealed record StatementUnreadable(CamtFault Fault, string Place)
    : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:statement-unreadable", 422, texts => texts.StatementUnreadable(Fault, Place));

internal sealed record StatementDoesNotAddUp(long OpeningCents, long MovedCents, long ClosingCents)
    : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:statement-does-not-add-up", 422, texts => texts.StatementDoesNotAddUp(OpeningCents, MovedCents, ClosingCents));

internal sealed record StatementOfForeignAccount(string Iban)
    : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:statement-of-foreign-account", 422, texts => texts.StatementOfForeignAccount(Iban));

internal sealed record StatementNameTaken(string Name) : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:statement-name-taken", 409, texts => texts.StatementNameTaken(Name));

internal sealed record StatementBeforeMissing(long HeldCents, long OpeningCents)
    : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:statement-before-missing", 409, texts => texts.StatementBeforeMissing(HeldCents, OpeningCents));

internal sealed record NoSuchMovement() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:no-such-movement", 404, texts => texts.NoSuchMovement);

internal sealed record MovementAssigned() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:movement-assigned", 409, texts => texts.MovementAssigned);

internal sealed record ReferenceUnknown() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:reference-unknown", 422, texts => texts.ReferenceUnknown);

internal sealed record MoreThanReceived() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:more-than-received", 422, texts => texts.MoreThanReceived);

internal sealed record FileMissing() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:file-missing", 422, texts => texts.FileMissing);

internal sealed record NoSuchStatement() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:no-such-statement", 404, texts => texts.NoSuchStatement);

internal sealed record AmountUnreadable() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:amount-unreadable", 422, texts => texts.AmountUnreadable);

internal sealed record SenderUnknown() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:sender-unknown", 422, texts => texts.SenderUnknown);

internal sealed record NothingToRefund() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:nothing-to-refund", 409, texts => texts.NothingToRefund);

internal sealed record NoSuchRefundFile() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:no-such-refund-file", 404, texts => texts.NoSuchRefundFile);

internal sealed record SecondClerkNeeded() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:second-clerk-needed", 403, texts => texts.SecondClerkNeeded);

internal sealed record RefundFileDecided() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:refund-file-decided", 409, texts => texts.RefundFileDecided);

internal sealed record RefundFileNotReleased() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:refund-file-not-released", 409, texts => texts.RefundFileNotReleased);

internal sealed record IbanUnreadable() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:iban-unreadable", 422, texts => texts.IbanUnreadable);

internal sealed record HolderMissing() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:holder-missing", 422, texts => texts.HolderMissing);

internal sealed record WriteOffNeedsReason() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:write-off-needs-reason", 422, texts => texts.WriteOffNeedsReason);

internal sealed record HoldNeedsReason() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:hold-needs-reason", 422, texts => texts.HoldNeedsReason);

internal sealed record NothingOpen() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:nothing-open", 409, texts => texts.NothingOpen);
