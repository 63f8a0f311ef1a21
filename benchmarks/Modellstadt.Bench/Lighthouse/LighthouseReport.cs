using System.Diagnostics;
using System.Text.Json.Nodes;
using Modellstadt.Testing;

namespace Modellstadt.Bench.Lighthouse;

/// <summary>One report of Lighthouse (<c>benchmarks/Lighthouse</c>) about one address, in a browser of its own.</summary>
internal sealed class LighthouseReport
{
    private readonly JsonObject report;

    private LighthouseReport(JsonObject report) => this.report = report;

    /// <summary>The categories that are looked at.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["performance", "accessibility", "best-practices"];

    /// <summary>Looks at an address.</summary>
    /// <param name="address">What is opened.</param>
    /// <param name="chromium">The browser.</param>
    /// <exception cref="InvalidOperationException">Lighthouse made no report, or none without an error.</exception>
    public static async Task<LighthouseReport> OfAsync(Uri address, string chromium)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CHROME_PATH"] = chromium;
        foreach (var argument in (string[])[
            ProductFiles.PathOf("benchmarks/Lighthouse/node_modules/lighthouse/cli/index.js"), address.AbsoluteUri, "--output=json", "--quiet",
            $"--only-categories={string.Join(',', Categories)}", "--chrome-flags=--headless=new --no-sandbox --disable-quic --no-first-run --disable-background-networking"])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var complaint = process.StandardError.ReadToEndAsync();
        var report = JsonNode.Parse(await process.StandardOutput.ReadToEndAsync()) as JsonObject;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && report is not null && report["runtimeError"] is null
            ? new LighthouseReport(report)
            : throw new InvalidOperationException($"Lighthouse made no report: {report?["runtimeError"]} {await complaint}");
    }

    /// <summary>The score of a category, from 0 to 1.</summary>
    public double Score(string category) => (double)report["categories"]![category]!["score"]!;

    /// <summary>A time among the audits.</summary>
    public double Milliseconds(string audit) => (double)report["audits"]![audit]!["numericValue"]!;
}
