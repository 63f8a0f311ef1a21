// RFC 7636 (PKCE) §4.1 (verifier), §4.2 (S256), §4.6 (check), §7.2; RFC 9700 §2.1.1 (S256 only).
using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Authorization;

/// <summary>Binds an authorization code to whoever asked for it: by method S256, never plain.</summary>
public static class CodeChallenge
{
    /// <summary>The one accepted `code_challenge_method`.</summary>
    public const string Method = "S256";

    private const int ChallengeLength = 43;
    private const int VerifierBytes = 32;

    private static readonly SearchValues<char> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>A verifier of 256 bits.</summary>
    public static string NewVerifier(RandomFill random)
    {
        Span<byte> bytes = stackalloc byte[VerifierBytes];
        random(bytes);
        return Base64Url.Encode(bytes);
    }

    /// <summary>The challenge of a verifier.</summary>
    public static string Of(string verifier) => Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    /// <summary>True when a challenge has the shape of a SHA-256 digest.</summary>
    public static bool IsChallenge(string? text) => text is { Length: ChallengeLength } && Base64Url.TryDecode(text, out _);

    /// <summary>True when a verifier has the length and the characters of §4.1.</summary>
    public static bool IsVerifier(string? text) => text is { Length: >= 43 and <= 128 } && !text.AsSpan().ContainsAnyExcept(Unreserved);

    /// <summary>True when <paramref name="verifier"/> is well-formed and its challenge is <paramref name="challenge"/>.</summary>
    public static bool Answers(string? verifier, string challenge)
        => IsVerifier(verifier) && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(verifier!)), Encoding.ASCII.GetBytes(challenge));
}
