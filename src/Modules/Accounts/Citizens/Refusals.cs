using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Accounts.Citizens;

/// <summary>A "no" to a citizen about signing in.</summary>
internal abstract record CitizenRefusal(string Name, int StatusCode, Func<CitizenTexts, RefusalText> Words)
    : SpokenRefusal<CitizenTexts>($"urn:modellstadt:accounts:{Name}", StatusCode, Words);

/// <summary>No account of a citizen knows the passkey shown, or the answer does not hold.</summary>
internal sealed record CitizenPasskeyNotRecognized() : CitizenRefusal("citizen-passkey-not-recognized", StatusCodes.Status403Forbidden, texts => texts.PasskeyNotRecognized);

/// <summary>The citizen ID was not shown, or too long ago for this.</summary>
internal sealed record FreshSignInNeeded() : CitizenRefusal("fresh-sign-in-needed", StatusCodes.Status403Forbidden, texts => texts.FreshSignInNeeded);
