using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Testing;

namespace Modellstadt.Registers.Tests;

/// <summary>A supplier's server on this machine, which can fail, be slow, answer half and answer nonsense.</summary>
internal sealed class RegisterPeer : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-town-and-its-supplier";

    public static readonly string[] Paths = ["/residents/born-on", "/residents/read", "/residents/changes", "/vehicles/of-person", "/vehicles/with-plate", "/vehicles/changes"];

    private const string Erika = """
        {"resident_id":"1","given_names":"Erika","family_name":"Müller-Łukaszewska","birth_date":"1964-08-12","deceased":false,"blocked":true,"residences":[
        {"kind":"main","street":"Georgstraße","house_number":"17a","postal_code":"45879","locality":"Gelsenkirchen","ags":"05513000","since":"2001-01-01"}]}
        """;

    private const string Golf = """
        {"plate":"GE-AB 123","kind":"car","trade_name":"Volkswagen Golf","length_mm":4284,"width_mm":1789,"height_mm":1491,"keeper_kind":"private","keeper_name":"Erika Müller-Łukaszewska","keeper_id":"1"}
        """;

    private readonly ConcurrentQueue<(string Id, string Change)> told = new();
    private readonly WebApplication app;
    private int asked;

    private RegisterPeer(WebApplication app) => this.app = app;

    /// <summary>What it does instead of answering; null: it answers.</summary>
    public Func<HttpContext, Task>? Fault { get; set; }

    /// <summary>How many questions reached it.</summary>
    public int Asked => asked;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Starts it; with an authority it speaks TLS and wants a certificate instead of the secret.</summary>
    public static async Task<RegisterPeer> StartAsync(PrivateAuthority? authority = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (authority is not null)
                listen.UseHttps(https =>
                {
                    https.ServerCertificate = X509Certificate2.CreateFromPemFile(authority.CertificateFile, authority.KeyFile);
                    https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                    https.ClientCertificateValidation = (certificate, _, _) => certificate.Issuer == authority.Root.Subject;
                });
        }));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddRouting();
        var peer = new RegisterPeer(builder.Build());
        peer.app.Use(async (context, next) =>
        {
            Interlocked.Increment(ref peer.asked);
            var known = authority is null ? context.Request.Headers.Authorization == $"Bearer {Secret}" : context.Connection.ClientCertificate is not null;
            if (!known)
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else if (peer.Fault is { } fault)
                await fault(context);
            else
                await next(context);
        });
        peer.app.UseRouting();
        peer.Map();
        await peer.app.StartAsync(TestContext.Current.CancellationToken);
        return peer;
    }

    /// <summary>Learns of a change.</summary>
    public void Learn(string id, string change) => told.Enqueue((id, change));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapPost("/residents/born-on", async context => await WriteAsync(context, await AskedForAsync(context, "birth_date") == "1964-08-12" ? $$"""{"residents":[{{Erika}}]}""" : """{"residents":[]}"""));
        app.MapPost("/residents/read", async context => await OneAsync(context, await AskedForAsync(context, "resident_id") == "1" ? Erika : null));
        app.MapPost("/vehicles/of-person", async context => await WriteAsync(context, await AskedForAsync(context, "resident_id") == "1" ? $$"""{"vehicles":[{{Golf}}]}""" : """{"vehicles":[]}"""));
        app.MapPost("/vehicles/with-plate", async context => await OneAsync(context, await AskedForAsync(context, "plate") == "GE-AB 123" ? Golf : null));
        app.MapGet("/residents/changes", context => ChangesAsync(context, vehicles: false));
        app.MapGet("/vehicles/changes", context => ChangesAsync(context, vehicles: true));
    }

    /// <summary>A page of two; the point is the number of changes before it.</summary>
    private Task ChangesAsync(HttpContext context, bool vehicles)
    {
        var all = told.Where(change => change.Change.Contains("vehicle", StringComparison.Ordinal) == vehicles).ToList();
        var since = context.Request.Query["since"].ToString() is { Length: > 0 } point ? int.Parse(point, System.Globalization.CultureInfo.InvariantCulture) : all.Count;
        var page = all.Skip(since).Take(2).Select(change => $$"""{"id":"{{change.Id}}",{{change.Change}}}""").ToList();
        return WriteAsync(context, $$"""{"changes":[{{string.Join(',', page)}}],"next":"{{since + page.Count}}"}""");
    }

    private static async Task<string?> AskedForAsync(HttpContext context, string name) =>
        (string?)(await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))![name];

    private static Task OneAsync(HttpContext context, string? found)
    {
        if (found is not null)
            return WriteAsync(context, found);
        (context.Response.StatusCode, context.Response.ContentType) = (StatusCodes.Status404NotFound, "application/problem+json");
        return context.Response.WriteAsync("{}");
    }

    private static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
