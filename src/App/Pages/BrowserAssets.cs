using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Modellstadt.App.Pages;

/// <summary>Addresses of the portal's style sheet, scripts and fonts, with a fingerprint so that browsers may keep them for ever.</summary>
internal sealed class BrowserAssets(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, string> urls = new();

    /// <summary>The address of a file below <c>wwwroot/assets</c>.</summary>
    public string Url(string name) => urls.GetOrAdd(name, Fingerprinted);

    /// <summary>Addresses of the faces that every page is set in: browsers fetch them beside the style sheet instead of after it.</summary>
    public IReadOnlyList<string> Fonts { get; } =
        [.. environment.WebRootFileProvider.GetDirectoryContents("assets").Select(file => file.Name).Where(name => name.StartsWith("fira-sans-latin-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => "/assets/" + name)];

    private string Fingerprinted(string name)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("assets/" + name);
        if (!file.Exists)
            return "/assets/" + name;

        using var content = file.CreateReadStream();
        return $"/assets/{name}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }
}
