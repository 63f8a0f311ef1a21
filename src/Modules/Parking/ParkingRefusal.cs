using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking;

/// <summary>A "no" of this module.</summary>
/// <param name="Name">Last part of the problem type <c>urn:modellstadt:parking:{name}</c>.</param>
/// <param name="StatusCode">HTTP status of the problem document.</param>
internal abstract record ParkingRefusal(string Name, int StatusCode) : Refusal($"urn:modellstadt:parking:{Name}", StatusCode)
{
    /// <inheritdoc />
    public sealed override RefusalText In(Language language) => Words(ParkingTexts.For(language));

    /// <summary>The words in one language.</summary>
    protected abstract RefusalText Words(ParkingTexts texts);
}
