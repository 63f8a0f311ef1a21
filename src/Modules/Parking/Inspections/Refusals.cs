using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Inspections;

internal sealed record TooManyInspections() : Refusal("urn:modellstadt:parking:too-many-inspections", 429)
{
    public override RefusalText In(Language language) => InspectionTexts.For(language).TooManyInspections;
}

internal sealed record PlateNotReadable() : Refusal("urn:modellstadt:parking:unknown-plate-form", 422)
{
    public override RefusalText In(Language language) => InspectionTexts.For(language).PlateNotReadable;
}
