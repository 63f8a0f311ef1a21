using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Parking.Tests.Interfaces;

/// <summary>A subscriber's server on a real socket. It answers as a test says and keeps what came.</summary>
internal sealed class ReceivingServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ReceivingServer(WebApplication app) => this.app = app;

    /// <summary>What it answers next; 204 when nothing is left.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Answers { get; } = new();

    /// <summary>What came, in order.</summary>
    public ConcurrentQueue<Received> Messages { get; } = new();

    /// <summary>How often somebody came by the redirect.</summary>
    public int Redirected { get; private set; }

    public string Url { get; private set; } = "";

    public static async Task<ReceivingServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var server = new ReceivingServer(builder.Build());
        server.app.UseRouting();
        server.app.MapPost("/hooks", server.TakeAsync);
        server.app.MapMethods("/elsewhere", ["GET", "POST"], () =>
        {
            server.Redirected++;
            return Results.NoContent();
        });
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        server.Url = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/hooks";
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        string Header(string name) => context.Request.Headers[name].ToString();
        Messages.Enqueue(new Received(Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"), await reader.ReadToEndAsync(context.RequestAborted)));
        if (Answers.TryDequeue(out var answer))
            await answer(context);
        else
            context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}

/// <summary>A message as it came.</summary>
internal sealed record Received(string Id, string Timestamp, string Signature, string Body)
{
    /// <summary>True when the secret signed it, as Standard Webhooks has it.</summary>
    public bool IsSignedWith(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id}.{Timestamp}.{Body}"))));
        return expected == Signature;
    }
}
