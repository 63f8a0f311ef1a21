namespace Modellstadt.Wallets.Push;

/// <summary>
/// Where pushes may go: the push services of browsers, and hosts that the operator adds. The address comes from outside, so nothing is ever sent
/// to a host that is not on the list; that leaves no way into the town's own network.
/// </summary>
internal static class PushAddress
{
    private const int Longest = 1024;

    private static readonly string[] Services =
    [
        "fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com", "*.notify.windows.com",
    ];

    /// <summary>The address; null when nothing may be sent there.</summary>
    /// <param name="written">What the browser gave.</param>
    /// <param name="others">Hosts that the operator added; one with a port may be on this machine and without TLS in a demo town.</param>
    /// <param name="demo">True in a demo town.</param>
    public static Uri? Read(string? written, IEnumerable<string> others, bool demo)
    {
        if (written is not { Length: > 0 and <= Longest } || !Uri.TryCreate(written, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            return null;
        var isKnown = url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && Services.Concat(others).Any(host => Matches(host, url.IdnHost));
        return isKnown || (demo && url.Scheme == Uri.UriSchemeHttp && others.Contains(url.Authority)) ? url : null;
    }

    private static bool Matches(string host, string asked) => host.StartsWith("*.", StringComparison.Ordinal)
        ? asked.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
        : string.Equals(host, asked, StringComparison.OrdinalIgnoreCase);
}
