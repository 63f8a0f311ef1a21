// RFC 9052 §4.1, §6.2 (payload).
namespace Modellstadt.Protocols.Credentials.Cose;

/// <summary>The payload of a message whose proof holds.</summary>
/// <param name="Bytes">Its bytes.</param>
public sealed record CoseContent(ReadOnlyMemory<byte> Bytes);
