using System.Text.RegularExpressions;

namespace Modellstadt.CitizenId.Tests;

/// <summary>Links on pages.</summary>
internal static class Links
{
    /// <summary>The link into the wallet on a page whose path begins so.</summary>
    public static string IntoWallet(string html, string path) =>
        Regex.Match(html, $"""href="(?<link>http://wallet\.localhost:5081{Regex.Escape(path)}[^"]*)""").Groups["link"].Value;
}
