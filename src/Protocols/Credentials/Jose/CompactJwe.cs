// RFC 7516 (JWE) §3.1, §5; RFC 7518 §4.6 (ECDH-ES direct), §5.3 (AES-GCM); OpenID4VP 1.0 §8.3; HAIP 1.0 §5.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>A decrypted JWE in compact serialisation: ECDH-ES on P-256 with A128GCM or A256GCM, nothing else, never compressed.</summary>
/// <param name="Header">The protected header.</param>
/// <param name="Plaintext">The decrypted bytes.</param>
public sealed record CompactJwe(JsonObject Header, byte[] Plaintext)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Encrypts <paramref name="plaintext"/> with a fresh ephemeral key.</summary>
    /// <exception cref="ArgumentException">The encryption is not one of the two.</exception>
    public static string Encrypt(ReadOnlySpan<byte> plaintext, JweRecipient recipient, RandomFill random)
    {
        var keyLength = KeyLength(recipient.Encryption)
            ?? throw new ArgumentException($"{recipient.Encryption} is not supported.", nameof(recipient));
        using var ephemeral = DecryptionKey.Create(random);
        var header = HeaderFor(recipient, ephemeral.PublicKey);
        var encodedHeader = Base64Url.Encode(StrictJson.Write(header));
        var contentKey = ContentKey(ephemeral.Agree(recipient.Key), header, keyLength).Expect();
        var nonce = new byte[NonceLength];
        random(nonce);
        var ciphertext = new byte[plaintext.Length];
        var tag = new byte[TagLength];
        using var aes = new AesGcm(contentKey, TagLength);
        aes.Encrypt(nonce, plaintext, ciphertext, tag, Encoding.ASCII.GetBytes(encodedHeader));
        // RFC 7516 §3.1: the encrypted key is empty in direct mode (RFC 7518 §4.6).
        return $"{encodedHeader}..{Base64Url.Encode(nonce)}.{Base64Url.Encode(ciphertext)}.{Base64Url.Encode(tag)}";
    }

    /// <summary>The header of <paramref name="text"/> without decryption, to find the key by its `kid`.</summary>
    public static Checked<JsonObject> ReadHeader(string text, int maxLength = 512 * 1024)
        => Split(text, maxLength).Then(parts => Base64Url.Decode(parts[0])).Then(bytes => StrictJson.ParseObject(bytes));

    /// <summary>Decrypts <paramref name="text"/> with <paramref name="key"/>.</summary>
    /// <param name="text">Five parts.</param>
    /// <param name="key">The recipient's key; the header never chooses it.</param>
    /// <param name="maxLength">Characters, checked before parsing.</param>
    public static Checked<CompactJwe> Decrypt(string text, DecryptionKey key, int maxLength = 512 * 1024)
    {
        if (!Split(text, maxLength).TryGetValue(out var parts, out var error))
            return error;
        if (!ReadHeader(text, maxLength).TryGetValue(out var header, out error))
            return error;
        if (!DeriveFrom(header, key).TryGetValue(out var contentKey, out error))
            return error;
        if (parts[1].Length != 0)
            return new ProtocolError(ErrorCodes.Malformed, "RFC 7516 §5.2 (10)", "Direct key agreement has no encrypted key.");
        if (!Base64Url.TryDecode(parts[2], out var nonce) || !Base64Url.TryDecode(parts[3], out var ciphertext)
            || !Base64Url.TryDecode(parts[4], out var tag) || nonce.Length != NonceLength || tag.Length != TagLength)
            return new ProtocolError(ErrorCodes.Malformed, "RFC 7518 §5.3", "Nonce, ciphertext or tag are malformed.");
        return Open(contentKey, new Sealed(parts[0], nonce, ciphertext, tag))
            .Then<CompactJwe>(plaintext => new CompactJwe(header, plaintext));
    }

    private static Checked<byte[]> Open(byte[] contentKey, Sealed box)
    {
        var plaintext = new byte[box.Ciphertext.Length];
        using var aes = new AesGcm(contentKey, TagLength);
        try
        {
            aes.Decrypt(box.Nonce, box.Ciphertext, box.Tag, plaintext, Encoding.ASCII.GetBytes(box.Header));
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return new ProtocolError(ErrorCodes.Decryption, "RFC 7516 §5.2 (16)", "The text was altered or made for another key.");
        }
    }

    private static Checked<byte[]> DeriveFrom(JsonObject header, DecryptionKey key)
    {
        if (header.Text("alg") != JoseAlgorithms.EcdhEs || KeyLength(header.Text("enc")) is not { } keyLength)
            return new ProtocolError(ErrorCodes.Algorithm, "RFC 8725 §3.1, HAIP 1.0 §5", "Only ECDH-ES with A128GCM or A256GCM is read.");
        // RFC 8725 §3.6: no compression; RFC 7516 §4.1.13: no extension is understood.
        if (header.ContainsKey("zip") || header.ContainsKey("crit"))
            return new ProtocolError(ErrorCodes.Header, "RFC 7516 §4.1.3, §4.1.13", "Compression and critical extensions are refused.");
        if (header.Object("epk") is not { } epk)
            return new ProtocolError(ErrorCodes.Header, "RFC 7518 §4.6.1.1", "epk is missing.");
        return JsonWebKey.Parse(epk).Then(ephemeral => ContentKey(key.Agree(ephemeral), header, keyLength));
    }

    private static Checked<byte[]> ContentKey(byte[] sharedSecret, JsonObject header, int keyLength)
    {
        if (!Party(header, "apu").TryGetValue(out var partyU, out var error))
            return error;
        if (!Party(header, "apv").TryGetValue(out var partyV, out error))
            return error;
        return ConcatKdf.Derive(sharedSecret, header.Text("enc")!, partyU, partyV, keyLength);
    }

    private static Checked<byte[]> Party(JsonObject header, string name)
    {
        if (!header.ContainsKey(name))
            return Array.Empty<byte>();
        return header.Text(name) is { } text && Base64Url.TryDecode(text, out var bytes)
            ? bytes
            : new ProtocolError(ErrorCodes.Header, "RFC 7518 §4.6.1.2", $"{name} is not base64url.");
    }

    private static JsonObject HeaderFor(JweRecipient recipient, JsonWebKey ephemeral)
    {
        var header = new JsonObject
        {
            ["alg"] = JoseAlgorithms.EcdhEs,
            ["enc"] = recipient.Encryption,
            ["epk"] = (ephemeral with { Use = null, Algorithm = null }).ToJson(),
        };
        if (recipient.ContentType is not null)
            header["cty"] = recipient.ContentType;
        if (recipient.Key.KeyId is not null)
            header["kid"] = recipient.Key.KeyId;
        if (recipient.PartyU is not null)
            header["apu"] = recipient.PartyU;
        if (recipient.PartyV is not null)
            header["apv"] = recipient.PartyV;
        return header;
    }

    private static Checked<string[]> Split(string text, int maxLength)
    {
        if (text.Length > maxLength)
            return new ProtocolError(ErrorCodes.TooLarge, "RFC 7516 §3.1", $"The JWE is longer than {maxLength} characters.");
        var parts = text.Split('.', 6);
        return parts.Length == 5 ? parts : new ProtocolError(ErrorCodes.Malformed, "RFC 7516 §3.1", "A compact JWE has five parts.");
    }

    private static int? KeyLength(string? encryption) => encryption switch
    {
        JoseAlgorithms.A128Gcm => 16,
        JoseAlgorithms.A256Gcm => 32,
        _ => null,
    };

    private sealed record Sealed(string Header, byte[] Nonce, byte[] Ciphertext, byte[] Tag);
}
