using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Modellstadt.App.Pages;

/// <summary>Addresses of the portal's style sheet and scripts, with a fingerprint so that browsers may keep them for ever.</summary>
internal sealed class BrowserAssets(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, string> urls = new();

    /// <summary>The address of a file below <c>wwwroot/assets</c>.</summary>
    public string Url(string name) => urls.GetOrAdd(name, Fingerprinted);

    private string Fingerprinted(string name)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("assets/" + name);
        if (!file.Exists)
            return "/assets/" + name;

        using var content = file.CreateReadStream();
        return $"/assets/{name}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }
}
