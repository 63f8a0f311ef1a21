using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Inspections.Cases;

/// <summary>A reason not to make a case.</summary>
/// <param name="Name">Last part of the problem type.</param>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record CaseRefusal(string Name, int StatusCode, Func<CaseTexts, RefusalText> Words)
    : SpokenRefusal<CaseTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>The town knows a right for this plate at this place.</summary>
internal sealed record PlateHasRight() : CaseRefusal("plate-has-right", 409, texts => texts.PlateHasRight);

/// <summary>The sign does not hold at this hour.</summary>
internal sealed record SignIsFree() : CaseRefusal("sign-is-free", 409, texts => texts.SignIsFree);

/// <summary>The place is none of the town's.</summary>
internal sealed record PlaceUnknown() : CaseRefusal("place-unknown", 422, texts => texts.PlaceUnknown);

/// <summary>The moment of the observation lies outside of the running shift.</summary>
internal sealed record MomentOutOfShift() : CaseRefusal("moment-out-of-shift", 422, texts => texts.MomentOutOfShift);
