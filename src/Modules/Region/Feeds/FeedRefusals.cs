using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Feeds;

internal sealed record WithdrawalNeedsReason() : SpokenRefusal<FeedTexts>("urn:modellstadt:region:withdrawal-needs-reason", 422, texts => texts.WithdrawalNeedsReason);

internal sealed record WithdrawalOvertaken() : SpokenRefusal<FeedTexts>("urn:modellstadt:region:withdrawal-overtaken", 409, texts => texts.WithdrawalOvertaken);

internal sealed record RepublicationNeedsReason() : SpokenRefusal<FeedTexts>("urn:modellstadt:region:republication-needs-reason", 422, texts => texts.RepublicationNeedsReason);

internal sealed record RepublicationOvertaken() : SpokenRefusal<FeedTexts>("urn:modellstadt:region:republication-overtaken", 409, texts => texts.RepublicationOvertaken);
