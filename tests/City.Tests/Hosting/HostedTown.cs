using System.Net;
using System.Net.Sockets;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>One town for all questions about how it is hosted; it logs as in production.</summary>
public sealed class HostedTown : IAsyncLifetime
{
    /// <summary>Paths of the portal, one of each kind.</summary>
    public static readonly string[] PortalPaths = ["/citizen-id", "/permit", "/demo-id-card", "/sign-in", "/health/ready", "/openapi/v1.json", "/management/v1/demo/persons", "/assets/portal.css"];

    /// <summary>The town.</summary>
    public RunningTown Town { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Town = await RunningTown.StartAsync(new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Information" });

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Town.DisposeAsync();

    /// <summary>A client without cookies that follows no redirect. Reaches this machine under every name, as a browser does with names below localhost.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = ConnectHereAsync,
    });

    /// <summary>Connects to this machine, whatever the name.</summary>
    public static async ValueTask<Stream> ConnectHereAsync(SocketsHttpConnectionContext connection, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, connection.DnsEndPoint.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Asks as a browser does.</summary>
    public static async Task<HttpResponseMessage> OpenPageAsync(Uri address, string language = "de")
    {
        using var client = NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html,application/xhtml+xml");
        request.Headers.Add("Accept-Language", language);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
