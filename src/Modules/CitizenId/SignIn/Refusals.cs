using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.CitizenId.SignIn;

/// <summary>A "no" to somebody who signs in.</summary>
internal abstract record SignInRefusal(string Name, int StatusCode, Func<SignInTexts, RefusalText> Words)
    : SpokenRefusal<SignInTexts>($"urn:modellstadt:citizen-id:{Name}", StatusCode, Words);

/// <summary>No such sign-in, it is over, or another browser began it.</summary>
internal sealed record SignInNotFound() : SignInRefusal("sign-in-not-found", 404, texts => texts.SignInNotFound);

/// <summary>The wallet did not answer in time.</summary>
internal sealed record SignInExpired() : SignInRefusal("sign-in-expired", 410, texts => texts.SignInExpired);
