using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Office;

internal sealed record RevocationNeedsReason() : SpokenRefusal<OfficeTexts>("urn:modellstadt:parking:revocation-needs-reason", 422, texts => texts.RevocationNeedsReason);

internal sealed record PermitNotFound() : SpokenRefusal<OfficeTexts>("urn:modellstadt:parking:permit-not-found", 404, texts => texts.PermitNotFound);

internal sealed record NoSuchApplication() : SpokenRefusal<OfficeTexts>("urn:modellstadt:parking:no-such-application", 404, texts => texts.NoSuchApplication);

internal sealed record RevocationNeedsSecondPerson() : SpokenRefusal<OfficeTexts>("urn:modellstadt:parking:revocation-needs-second-person", 403, texts => texts.RevocationNeedsSecondPerson);

internal sealed record RevocationProposalOver() : SpokenRefusal<OfficeTexts>("urn:modellstadt:parking:revocation-proposal-over", 409, texts => texts.RevocationProposalOver);

internal sealed record PermitChangedMeanwhile() : SpokenRefusal<OfficeTexts>("urn:modellstadt:parking:permit-changed-meanwhile", 409, texts => texts.PermitChangedMeanwhile);
