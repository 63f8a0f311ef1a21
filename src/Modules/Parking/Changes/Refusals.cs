using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Changes;

/// <summary>A "no" to the holder of a permit.</summary>
internal abstract record HolderRefusal(string Name, int StatusCode, Func<HolderTexts, RefusalText> Words)
    : SpokenRefusal<HolderTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>No such sign-in, or another browser began it.</summary>
internal sealed record SignInNotFound() : HolderRefusal("sign-in-not-found", 404, texts => texts.SignInNotFound);
