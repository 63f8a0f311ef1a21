using System.Security.Cryptography;
using System.Text;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;

namespace Modellstadt.Issuer.Authorization;

/// <summary>
/// The request_uri and the code of an authorization: its id with a MAC under a key beside the database. A guess is told from them
/// without asking the database, a stolen database holds neither, and a repeated answer is the same.
/// </summary>
internal sealed class AuthorizationSecrets(KeyFiles files, RandomSource random)
{
    private const int IdLength = 16;

    private readonly byte[] key = files.ReadOrDraw("issuer-authorizations.key", random);

    public string RequestUri(Guid id) => PushedRequest.Prefix + Write(id, "request_uri");

    public string Code(Guid id) => Write(id, "code");

    /// <summary>Whose request_uri it is; null when it is none.</summary>
    public Guid? FindByRequestUri(string requestUri) =>
        requestUri.StartsWith(PushedRequest.Prefix, StringComparison.Ordinal) ? Read(requestUri[PushedRequest.Prefix.Length..], "request_uri") : null;

    /// <summary>Whose code it is; null when it is none.</summary>
    public Guid? FindByCode(string code) => Read(code, "code");

    private string Write(Guid id, string use) => Base64Url.Encode([.. id.ToByteArray(), .. Mac(id.ToByteArray(), use)]);

    private Guid? Read(string text, string use)
    {
        if (!Base64Url.TryDecode(text, out var bytes) || bytes.Length != IdLength + HMACSHA256.HashSizeInBytes)
            return null;
        return CryptographicOperations.FixedTimeEquals(Mac(bytes.AsSpan(0, IdLength), use), bytes.AsSpan(IdLength)) ? new Guid(bytes.AsSpan(0, IdLength)) : null;
    }

    private byte[] Mac(ReadOnlySpan<byte> id, string use) => HMACSHA256.HashData(key, (byte[])[.. id, .. Encoding.ASCII.GetBytes(use)]);
}
