using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Verifier.Answering;

/// <summary>What the town makes of a wallet's answer.</summary>
/// <param name="Credentials">What was shown, when it holds.</param>
/// <param name="Reason">Why it is not accepted; null when it holds.</param>
/// <param name="Error">The broken rule, for developers; null when none was broken.</param>
internal sealed record Verdict(IReadOnlyDictionary<string, IReadOnlyList<PresentedCredential>> Credentials, RefusalReason? Reason, ProtocolError? Error)
{
    public static Verdict Accept(IReadOnlyDictionary<string, IReadOnlyList<PresentedCredential>> credentials) => new(credentials, null, null);

    public static Verdict Refuse(RefusalReason reason, ProtocolError? error) => new(new Dictionary<string, IReadOnlyList<PresentedCredential>>(), reason, error);
}
