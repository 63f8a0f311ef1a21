// Ours: the door through which callers bring randomness.
namespace Modellstadt.Protocols.Credentials;

/// <summary>Fills <paramref name="bytes"/> with cryptographically secure random bytes; the caller brings the source.</summary>
public delegate void RandomFill(Span<byte> bytes);
