using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Feeds;

internal sealed record WithdrawalNeedsReason() : SpokenRefusal<FeedTexts>("urn:modellstadt:region:withdrawal-needs-reason", 422, texts => texts.WithdrawalNeedsReason);

internal sealed record WithdrawalOvertaken() : SpokenRefusal<FeedTexts>("urn:modellstadt:region:withdrawal-overtaken", 409, texts => texts.WithdrawalOvertaken);
