// ISO/IEC 18013-5 §9.1.3 (mdoc authentication).
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>What a verifier demands of the device: a proof of the device key for exactly this question.</summary>
/// <param name="Transcript">The question.</param>
public sealed record DeviceBinding(SessionTranscript Transcript)
{
    /// <summary>The reader's ephemeral key; without it a device MAC is refused, since nobody can check it.</summary>
    public DecryptionKey? ReaderKey { get; init; }
}
