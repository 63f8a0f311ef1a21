using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Payments;

internal sealed record NoSuchReceivable() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:no-such-receivable", 404, texts => texts.NoSuchReceivable);

internal sealed record CreditAboveFee() : SpokenRefusal<PaymentsTexts>("urn:modellstadt:payments:credit-above-fee", 422, texts => texts.CreditAboveFee);
