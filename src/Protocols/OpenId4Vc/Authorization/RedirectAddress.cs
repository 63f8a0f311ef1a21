// RFC 6749 §3.1.2 (redirection endpoint); RFC 8252 §7.1, §7.3, §8.4 (apps: private-use schemes, loopback); RFC 9700 §2.1, §4.11.
using System.Buffers;

namespace Modellstadt.Protocols.OpenId4Vc.Authorization;

/// <summary>Where an authorization response may go. Wallets are not registered: the shape is checked, and people are shown the address.</summary>
public static class RedirectAddress
{
    private const int MaxLength = 1_000;

    // Browsers run or open what stands behind them.
    private static readonly string[] Forbidden =
    [
        "javascript", "data", "file", "filesystem", "blob", "about", "vbscript", "ftp", "ws", "wss", "mailto", "tel", "sms", "view-source", "intent", "android-app", "content", "jar", "search-ms",
    ];

    // ms-appinstaller:, ms-settings: and their like reach into the system.
    private const string SystemPrefix = "ms-";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?[]@!$&'()*+,;=%");

    /// <summary>True for https, for http on this machine, and for an app's own scheme; never with a fragment or a user name.</summary>
    public static bool IsAllowed(string? text)
    {
        // RFC 3986 §2: what is no character of an address would end up in a header.
        if (text is not { Length: <= MaxLength } || text.AsSpan().ContainsAnyExcept(Characters) || !Uri.TryCreate(text, UriKind.Absolute, out var address))
            return false;
        return address.Scheme switch
        {
            "https" => address.UserInfo.Length == 0,
            "http" => address.IsLoopback && address.UserInfo.Length == 0,
            _ => !Forbidden.Contains(address.Scheme, StringComparer.Ordinal) && !address.Scheme.StartsWith(SystemPrefix, StringComparison.Ordinal),
        };
    }

    /// <summary>What a person is shown of it: the host, or the scheme of an app.</summary>
    public static string Show(string text)
    {
        var address = new Uri(text);
        return address.Scheme is "https" or "http" ? address.Authority : $"{address.Scheme}:";
    }
}
