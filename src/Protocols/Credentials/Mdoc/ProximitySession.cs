// ISO/IEC 18013-5 §9.1.1.4 (session establishment), §9.1.1.5 (session keys, AES-256-GCM, counters).
using System.Buffers.Binary;
using System.Security.Cryptography;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>
/// The encrypted channel between a reader and a device beside each other. One side, one session, one caller: messages are numbered, and a
/// lost, repeated or altered message ends the session.
/// </summary>
public sealed class ProximitySession
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] ownKey;
    private readonly byte[] otherKey;
    private readonly bool isReader;
    private uint sent;
    private uint received;

    private ProximitySession(byte[] ownKey, byte[] otherKey, bool isReader)
    {
        this.ownKey = ownKey;
        this.otherKey = otherKey;
        this.isReader = isReader;
    }

    /// <summary>The reader's side.</summary>
    public static ProximitySession ForReader(DecryptionKey readerKey, JsonWebKey deviceKey, SessionTranscript transcript)
        => Open(readerKey.Agree(deviceKey), transcript, isReader: true);

    /// <summary>The device's side.</summary>
    public static ProximitySession ForDevice(DecryptionKey deviceKey, JsonWebKey readerKey, SessionTranscript transcript)
        => Open(deviceKey.Agree(readerKey), transcript, isReader: false);

    /// <summary>The next message to the other side.</summary>
    /// <exception cref="InvalidOperationException">2^32 messages were sent.</exception>
    public byte[] Encrypt(ReadOnlySpan<byte> plaintext)
    {
        if (sent == uint.MaxValue)
            throw new InvalidOperationException("The session has no message number left.");
        var message = new byte[plaintext.Length + TagLength];
        using var aes = new AesGcm(ownKey, TagLength);
        aes.Encrypt(Nonce(isReader, ++sent), plaintext, message.AsSpan(0, plaintext.Length), message.AsSpan(plaintext.Length));
        return message;
    }

    /// <summary>The content of the next message of the other side.</summary>
    public Checked<byte[]> Decrypt(ReadOnlySpan<byte> message)
    {
        if (message.Length < TagLength || received == uint.MaxValue)
            return Refuse("The message is shorter than its tag, or there are too many.");
        var plaintext = new byte[message.Length - TagLength];
        using var aes = new AesGcm(otherKey, TagLength);
        try
        {
            aes.Decrypt(Nonce(!isReader, received + 1), message[..plaintext.Length], message[plaintext.Length..], plaintext);
            received++;
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return Refuse("The message was altered, repeated, or made for another session.");
        }
    }

    private static ProximitySession Open(byte[] agreed, SessionTranscript transcript, bool isReader)
    {
        var readerKey = DeviceAuthentication.Derive(agreed, transcript, "SKReader"u8);
        var deviceKey = DeviceAuthentication.Derive(agreed, transcript, "SKDevice"u8);
        return isReader ? new ProximitySession(readerKey, deviceKey, true) : new ProximitySession(deviceKey, readerKey, false);
    }

    // §9.1.1.5: eight bytes that name the sender, four that count.
    private static byte[] Nonce(bool fromReader, uint counter)
    {
        var nonce = new byte[NonceLength];
        nonce[7] = fromReader ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(8), counter);
        return nonce;
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Decryption, "ISO/IEC 18013-5 §9.1.1.5", detail);
}
