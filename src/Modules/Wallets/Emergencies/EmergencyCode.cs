// Ours: the emergency code of a wallet. Crockford base32; RFC 5869 (HKDF) §2; the check sign is a parity over GF(32).
using System.Security.Cryptography;
using System.Text;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Wallets.Emergencies;

/// <summary>
/// A code of 100 bits that a wallet makes and shows once: twenty signs and a check sign. What it opens is derived from it, each thing by
/// itself: who knows one derived value knows neither the code nor another value. The wallet derives the same in the browser.
/// </summary>
/// <param name="Signs">The twenty signs, without the check sign.</param>
internal sealed record EmergencyCode(string Signs)
{
    /// <summary>Signs that carry the code.</summary>
    public const int Length = 20;

    /// <summary>Crockford's alphabet: no I, L, O and U.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int LongestTyped = 80;
    private const int DerivedBytes = 32;
    private const int Polynomial = 0b100101;

    /// <summary>What the town keeps to recognise the code: SHA-256 of the secret by which a wallet is locked, base64url.</summary>
    public string LockVerifier => Base64Url.Encode(SHA256.HashData(Derive("modellstadt wallet lock 1")));

    /// <summary>Where the wallet's list lies.</summary>
    public byte[] Locator => Derive("modellstadt wallet locator 1");

    /// <summary>The code as it is shown: groups of five, then the check sign.</summary>
    public string Show() => $"{string.Join('-', Signs.Chunk(5).Select(group => new string(group)))}-{CheckOf(Signs)}";

    /// <summary>
    /// What a person typed, in groups or not, in any case, O for 0 and I or L for 1; null when it cannot be a code: any one wrong sign and any two
    /// that changed places are noticed.
    /// </summary>
    public static EmergencyCode? Parse(string? typed)
    {
        if (typed is null or { Length: > LongestTyped })
            return null;
        var signs = string.Concat(typed.ToUpperInvariant().Where(sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '‐' or '–' or '.')).Select(Meant));
        return signs.Length == Length + 1 && signs.All(Alphabet.Contains) && CheckOf(signs[..Length]) == signs[Length] ? new EmergencyCode(signs[..Length]) : null;
    }

    /// <summary>The check sign: with it the weighted sum of all signs is zero, each sign weighted by another power of two in GF(32).</summary>
    internal static char CheckOf(string signs)
    {
        var sum = 0;
        foreach (var sign in signs)
            sum = Double(sum ^ Alphabet.IndexOf(sign, StringComparison.Ordinal));
        return Alphabet[sum];
    }

    private static int Double(int value) => (value << 1) is var doubled && doubled > 31 ? doubled ^ Polynomial : doubled;

    private static char Meant(char sign) => sign switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => sign,
    };

    private byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(Signs), DerivedBytes, salt: [], Encoding.ASCII.GetBytes(purpose));
}
