using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Issuer;

/// <summary>A refusal of the issuer.</summary>
/// <param name="Name">Last part of the problem type.</param>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record IssuerRefusal(string Name, int StatusCode, Func<IssuerTexts, RefusalText> Words)
    : SpokenRefusal<IssuerTexts>($"urn:modellstadt:issuer:{Name}", StatusCode, Words);
