using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Office;

internal sealed record RevocationNeedsReason() : Refusal("urn:modellstadt:parking:revocation-needs-reason", 422)
{
    public override RefusalText In(Language language) => OfficeTexts.For(language).RevocationNeedsReason;
}

internal sealed record PermitNotFound() : Refusal("urn:modellstadt:parking:permit-not-found", 404)
{
    public override RefusalText In(Language language) => OfficeTexts.For(language).PermitNotFound;
}

internal sealed record NoSuchApplication() : Refusal("urn:modellstadt:parking:no-such-application", 404)
{
    public override RefusalText In(Language language) => OfficeTexts.For(language).NoSuchApplication;
}
