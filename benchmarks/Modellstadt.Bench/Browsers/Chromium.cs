namespace Modellstadt.Bench.Browsers;

/// <summary>The system's Chromium, as the browser journeys start it.</summary>
internal static class Chromium
{
    /// <summary>The phone that it plays.</summary>
    public const string Phone = "Pixel 7";

    /// <summary>Where it is.</summary>
    public static string Path => Environment.GetEnvironmentVariable("MODELLSTADT_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Without errands of its own. In a container there is no other sandbox below root; the pages are our own.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
        ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
}
