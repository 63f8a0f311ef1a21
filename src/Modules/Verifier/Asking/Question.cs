using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Verifier.Asking;

/// <summary>A stored presentation as the wallet sees it, with the key that opens its answer; without one when it comes in the clear.</summary>
internal sealed record Question(RequestObject Request, AskingPolicy Policy, DecryptionKey? Key) : IDisposable
{
    public void Dispose() => Key?.Dispose();
}
