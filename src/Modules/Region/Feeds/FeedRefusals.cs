using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Feeds;

internal sealed record NoSuchProject() : SpokenRefusal<FeedTexts>("urn:modellstadt:region:no-such-project", 404, texts => texts.NoSuchProject);

internal sealed record WithdrawalNeedsReason() : SpokenRefusal<FeedTexts>("urn:modellstadt:region:withdrawal-needs-reason", 422, texts => texts.WithdrawalNeedsReason);

internal sealed record ForeignProjectKept() : SpokenRefusal<FeedTexts>("urn:modellstadt:region:foreign-project-kept", 403, texts => texts.ForeignProjectKept);

internal sealed record ProjectChangedMeanwhile() : SpokenRefusal<FeedTexts>("urn:modellstadt:region:project-changed-meanwhile", 409, texts => texts.ProjectChangedMeanwhile);
