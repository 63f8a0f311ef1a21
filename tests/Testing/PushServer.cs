using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Testing;

/// <summary>A push service with one browser behind it: takes pushes over a real socket and opens them as the browser would (RFC 8291).</summary>
public sealed class PushServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ECDiffieHellman browser = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] secret = [.. Enumerable.Range(1, 16).Select(each => (byte)each)];

    private PushServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        app = builder.Build();
        app.Run(TakeAsync);
    }

    /// <summary>What it answers.</summary>
    public HttpStatusCode Answer { get; set; } = HttpStatusCode.Created;

    /// <summary>What came, oldest first.</summary>
    public ConcurrentQueue<ReceivedPush> Received { get; } = new();

    /// <summary>Its host and port.</summary>
    public string Authority => new Uri(app.Urls.Single()).Authority;

    /// <summary>What the browser gives the wallet.</summary>
    public JsonObject Subscription => new()
    {
        ["endpoint"] = $"http://{Authority}/push/abc",
        ["expirationTime"] = null,
        ["keys"] = new JsonObject { ["p256dh"] = Base64Url.Encode(Point(browser.ExportParameters(false).Q)), ["auth"] = Base64Url.Encode(secret) },
    };

    /// <summary>A server on a free port.</summary>
    public static async Task<PushServer> StartAsync()
    {
        var server = new PushServer();
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        browser.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Received.Enqueue(new ReceivedPush(context.Request.Method, context.Request.Path, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()), body.ToArray(), Open(body.ToArray())));
        context.Response.StatusCode = (int)Answer;
    }

    private string Open(byte[] body)
    {
        var (salt, size, sender, sealedRecord) = (body[..16], BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16, 4)), body[21..86], body[86..]);
        Assert.Equal((4096u, 65), (size, (int)body[20]));
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = sender[1..33], Y = sender[33..] } });
        byte[] info = [.. "WebPush: info\0"u8, .. Point(browser.ExportParameters(false).Q), .. sender];
        var keying = HKDF.DeriveKey(HashAlgorithmName.SHA256, browser.DeriveRawSecretAgreement(theirs.PublicKey), 32, secret, info);
        using var cipher = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, keying, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray()), 16);
        var plain = new byte[sealedRecord.Length - 16];
        cipher.Decrypt(HKDF.DeriveKey(HashAlgorithmName.SHA256, keying, 12, salt, "Content-Encoding: nonce\0"u8.ToArray()), sealedRecord[..^16], sealedRecord[^16..], plain);
        Assert.Equal(2, plain[^1]);
        return Encoding.UTF8.GetString(plain[..^1]);
    }

    private static byte[] Point(ECPoint point) => [4, .. point.X!, .. point.Y!];
}

/// <summary>A push that came.</summary>
/// <param name="Method">Of the request.</param>
/// <param name="Path">The address of the subscription.</param>
/// <param name="Headers">By name.</param>
/// <param name="Body">As it came, sealed.</param>
/// <param name="Message">What the browser reads.</param>
public sealed record ReceivedPush(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body, string Message);
