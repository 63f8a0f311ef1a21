using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Verifier.Asking;

/// <summary>A stored presentation as the wallet sees it, with the key that opens its answer.</summary>
internal sealed record Question(RequestObject Request, DecryptionKey Key) : IDisposable
{
    public void Dispose() => Key.Dispose();
}
