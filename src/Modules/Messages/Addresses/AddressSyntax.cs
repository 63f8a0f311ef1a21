// RFC 5321 §4.1.2 and §4.5.3.1 (lengths), as far as mail servers without SMTPUTF8 take addresses: a dot-string in ASCII and a domain with a dot.
using System.Globalization;
using System.Text.RegularExpressions;

namespace Modellstadt.Messages.Addresses;

/// <summary>Reads an e-mail address that a person typed.</summary>
internal static partial class AddressSyntax
{
    private const int Longest = 254;

    /// <summary>The address, its domain in the form of the wire; null when it cannot be one. Nothing in it can begin a header or name a second recipient.</summary>
    public static string? Read(string? typed)
    {
        if (typed?.Trim() is not { Length: > 0 and <= Longest } address || Form().Match(address) is not { Success: true } parts)
            return null;

        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(parts.Groups["domain"].Value).ToLowerInvariant();
            var read = $"{parts.Groups["local"].Value}@{domain}";
            return read.Length <= Longest ? read : null;
        }
        catch (ArgumentException)
        {
            // No label of a domain name looks like this.
            return null;
        }
    }

    [GeneratedRegex(@"\A(?<local>(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@(?<domain>[^\s@.<>,;:""\\\[\]()\p{Cc}]+(?:\.[^\s@.<>,;:""\\\[\]()\p{Cc}]+)+)\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
