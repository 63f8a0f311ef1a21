using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Inspections.ScanCars;

/// <summary>A reason not to answer a scan car.</summary>
/// <param name="Name">Last part of the problem type.</param>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record ScanCarRefusal(string Name, int StatusCode, Func<ScanCarTexts, RefusalText> Words)
    : SpokenRefusal<ScanCarTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>The town has not switched the interface on.</summary>
internal sealed record ScanCarIsOff() : ScanCarRefusal("scan-car-is-off", 403, texts => texts.ScanCarIsOff);

/// <summary>Not the form of a sample.</summary>
internal sealed record BatchNotReadable() : ScanCarRefusal("scan-car-batch-not-readable", 422, texts => texts.BatchNotReadable);

/// <summary>More samples within an hour than samples are.</summary>
internal sealed record TooManyBatches() : ScanCarRefusal("too-many-scan-car-batches", 429, texts => texts.TooManyBatches);
