// OpenID4VCI 1.0 §10 (encrypted requests and responses); RFC 7516; RFC 7519 §3 (a JWT may be a JWE).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>Encrypts and decrypts the messages of the credential and the deferred credential endpoint.</summary>
public static class MessageEncryption
{
    /// <summary>Media type of an encrypted message.</summary>
    public const string MediaType = "application/jwt";

    /// <summary>The content encryptions that both sides of this library know, the better one first.</summary>
    public static IReadOnlyList<string> Encryptions { get; } = [JoseAlgorithms.A256Gcm, JoseAlgorithms.A128Gcm];

    /// <summary>The message for its recipient alone.</summary>
    public static string Seal(JsonObject message, JweRecipient recipient, RandomFill random) => CompactJwe.Encrypt(StrictJson.Write(message), recipient, random);

    /// <summary>
    /// The message in a request, still to be parsed. Every refusal is `invalid_encryption_parameters`: the wallet reads the metadata
    /// anew and asks again.
    /// </summary>
    /// <param name="text">The body of the request.</param>
    /// <param name="keyOf">Finds the issuer's key by its `kid`; null when there is no such key any more.</param>
    /// <param name="maxLength">Characters, checked before anything is parsed.</param>
    public static Checked<byte[]> OpenRequest(string text, Func<string, DecryptionKey?> keyOf, int maxLength)
    {
        if (!CompactJwe.ReadHeader(text, maxLength).TryGetValue(out var header, out var error))
            return Refuse(error);
        // §10, §12.2.4: the header names the key that was used.
        if (header.Text("kid") is not { } name || keyOf(name) is not { } key)
            return new ProtocolError(IssuanceErrors.InvalidEncryptionParameters, "OpenID4VCI 1.0 §10", "kid names no key of this issuer; read its metadata anew.");
        return CompactJwe.Decrypt(text, key, maxLength).TryGetValue(out var message, out error) ? message.Plaintext : Refuse(error);
    }

    /// <summary>The message in a response, still to be parsed.</summary>
    /// <param name="text">The body of the response.</param>
    /// <param name="key">The key that the wallet named in its request.</param>
    /// <param name="maxLength">Characters, checked before anything is parsed.</param>
    public static Checked<byte[]> OpenResponse(string text, DecryptionKey key, int maxLength = 2 * 1024 * 1024)
        => CompactJwe.Decrypt(text, key, maxLength).Then<byte[]>(message => message.Plaintext);

    internal static string? Choose(IReadOnlyList<string> offered) => Encryptions.FirstOrDefault(offered.Contains);

    private static ProtocolError Refuse(ProtocolError error) => error with { Code = IssuanceErrors.InvalidEncryptionParameters, Clause = $"OpenID4VCI 1.0 §10, {error.Clause}" };
}
