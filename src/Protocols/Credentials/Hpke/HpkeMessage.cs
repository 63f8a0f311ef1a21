// RFC 9180 §6.1 (enc and ct).
namespace Modellstadt.Protocols.Credentials.Hpke;

/// <summary>One encrypted message.</summary>
/// <param name="Encapsulated">`enc`: the sender's ephemeral key as uncompressed point.</param>
/// <param name="Ciphertext">`ct`, ending with its tag.</param>
public sealed record HpkeMessage(ReadOnlyMemory<byte> Encapsulated, ReadOnlyMemory<byte> Ciphertext);
