using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Inspections;

internal sealed record TooManyInspections() : SpokenRefusal<InspectionTexts>("urn:modellstadt:parking:too-many-inspections", 429, texts => texts.TooManyInspections);

internal sealed record PlateNotReadable() : SpokenRefusal<InspectionTexts>("urn:modellstadt:parking:unknown-plate-form", 422, texts => texts.PlateNotReadable);
