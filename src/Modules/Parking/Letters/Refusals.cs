namespace Modellstadt.Parking.Letters;

/// <summary>Nothing was decided about this application, or it is somebody else's.</summary>
internal sealed record DecisionNotFound() : Modellstadt.Kernel.Outcomes.SpokenRefusal<LetterTexts>("urn:modellstadt:parking:decision-not-found", 404, texts => texts.DecisionNotFound);
