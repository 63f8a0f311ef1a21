using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking;

/// <summary>A "no" of this module.</summary>
/// <param name="Name">Last part of the problem type <c>urn:modellstadt:parking:{name}</c>.</param>
/// <param name="StatusCode">HTTP status of the problem document.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record ParkingRefusal(string Name, int StatusCode, Func<ParkingTexts, RefusalText> Words)
    : SpokenRefusal<ParkingTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);
