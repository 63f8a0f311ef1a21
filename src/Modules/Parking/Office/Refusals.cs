using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Office;

internal sealed record RevocationNeedsReason() : SpokenRefusal<OfficeTexts>("urn:modellstadt:parking:revocation-needs-reason", 422, texts => texts.RevocationNeedsReason);

internal sealed record PermitNotFound() : SpokenRefusal<OfficeTexts>("urn:modellstadt:parking:permit-not-found", 404, texts => texts.PermitNotFound);

internal sealed record NoSuchApplication() : SpokenRefusal<OfficeTexts>("urn:modellstadt:parking:no-such-application", 404, texts => texts.NoSuchApplication);
