using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Net.Http.Headers;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Projects;
using Modellstadt.Testing;

namespace Modellstadt.Bench.FeedCrowds;

/// <summary>
/// As many made-up towns as wanted, served by one process: each with a key of its own, one signed project, and the answers of the product's feed
/// (<c>GET /{town}/region/feed</c>, ETag, 304). Each answer comes 50 ms late, as over a network.
/// </summary>
internal sealed class FeedCrowd(int towns, DateTimeOffset now)
{
    /// <summary>The word on the command line of this program that starts a crowd.</summary>
    public const string Word = "serve-crowd-of-feeds";

    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(50);

    private readonly SigningKey[] keys = Keys(towns);
    private readonly int[] numbers = [.. Enumerable.Repeat(1, towns)];

    /// <summary>The Gemeindeschlüssel of a made-up town: none that is given.</summary>
    public static string KeyOf(int town) => string.Create(CultureInfo.InvariantCulture, $"{90_000_000 + town}");

    /// <summary>Starts a crowd in a process of its own, and waits for its address.</summary>
    public static async Task<(Process Process, Uri Address)> StartAsync(int towns)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(FeedCrowd).Assembly.Location, Word, towns.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The crowd did not start.");
        return (process, new Uri(address));
    }

    /// <summary>Serves until the process is ended.</summary>
    public static async Task ServeAsync(int towns, DateTimeOffset now)
    {
        var crowd = new FeedCrowd(towns, now);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        await using var app = builder.Build();
        app.UseRouting();
        app.MapGet("/thumbprints", () => string.Join('\n', crowd.keys.Select(key => key.PublicKey.Thumbprint)));
        app.MapPost("/changes", (int every) => crowd.Change(every));
        app.MapGet("/{town:int}" + ServeFeed.Address, crowd.AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await app.WaitForShutdownAsync();
    }

    private void Change(int every)
    {
        for (var town = 0; town < towns; town += every)
            numbers[town]++;
    }

    private async Task AnswerAsync(int town, HttpContext context)
    {
        await Task.Delay(Late, context.RequestAborted);
        var last = numbers[town];
        var tag = ServeFeed.TagOf(last);
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers[HeaderNames.IfNoneMatch].Contains(tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var entry = new FeedEntry(KeyOf(town), last, last, now, Demo: true, ProjectOf(town, last));
        await context.Response.Body.WriteAsync(new FeedPage(keys[town].PublicKey, last, [entry.Sign(keys[town])]).Write(), context.RequestAborted);
    }

    private static Project ProjectOf(int town, int number) => new()
    {
        Id = $"crowd-{town}",
        Title = $"Probe {town}, Fassung {number}",
        TitleIsOfficial = true,
        Kind = ProjectKind.Project,
        Lead = new("Stadt " + KeyOf(town), KeyOf(town)),
        Pillar = new(Pillar.SmartCity, "https://town.example", Confidence.Demo),
        Topic = "probe",
        State = new(ProjectState.Implementation, "https://town.example", Confidence.Demo),
        Summary = "Erfunden für eine Messung.",
        Source = "https://town.example",
    };

    private static SigningKey[] Keys(int towns)
    {
        var random = new SeededRandomness(11);
        return [.. Enumerable.Range(0, towns).Select(_ => SoftwareSigningKey.Create(random.Fill))];
    }
}
