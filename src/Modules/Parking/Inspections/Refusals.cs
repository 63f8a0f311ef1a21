using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Inspections;

/// <summary>A reason not to answer a warden.</summary>
/// <param name="Name">Last part of the problem type.</param>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record InspectionRefusal(string Name, int StatusCode, Func<InspectionTexts, RefusalText> Words)
    : SpokenRefusal<InspectionTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>More questions within a minute than a person types.</summary>
internal sealed record TooManyInspections() : InspectionRefusal("too-many-inspections", 429, texts => texts.TooManyInspections);

/// <summary>Not the form of a German plate.</summary>
internal sealed record PlateNotReadable() : InspectionRefusal("unknown-plate-form", 422, texts => texts.PlateNotReadable);

/// <summary>No shift runs.</summary>
internal sealed record NoShift() : InspectionRefusal("no-shift", 409, texts => texts.NoShift);

/// <summary>A shift was to begin without a purpose.</summary>
internal sealed record NoPurpose() : InspectionRefusal("no-purpose", 422, texts => texts.NoPurpose);

/// <summary>One plate again and again.</summary>
internal sealed record SamePlateTooOften() : InspectionRefusal("same-plate-too-often", 429, texts => texts.SamePlateTooOften);

/// <summary>Plate after plate of one series.</summary>
internal sealed record PlatesInARow() : InspectionRefusal("plates-in-a-row", 429, texts => texts.PlatesInARow);

/// <summary>More plates within a day than anybody passes on foot.</summary>
internal sealed record TooManyPlatesToday() : InspectionRefusal("too-many-plates-today", 429, texts => texts.TooManyPlatesToday);

/// <summary>More offline sets within an hour than a shift needs.</summary>
internal sealed record TooManyOfflineSets() : InspectionRefusal("too-many-offline-sets", 429, texts => texts.TooManyOfflineSets);
