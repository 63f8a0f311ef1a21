using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>
/// The way out. A connection is made to an address that was looked at, never to a name: a name that leads into the town's own network (DNS
/// rebinding) is refused there and then. Redirects are not followed, answers are not read, nobody may take longer than ten seconds.
/// </summary>
internal sealed class EventLine : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker line;

    public EventLine(IOptions<TownOptions> town, IOptions<ParkingOptions> options)
    {
        IsTrial = town.Value.Demo && options.Value.WebhookTrial;
        line = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = Deadline, ConnectCallback = ConnectAsync });
    }

    /// <summary>True in a trial on one machine.</summary>
    public bool IsTrial { get; }

    /// <summary>Sends a message; what came of it, and true when it was taken.</summary>
    public async Task<(bool Taken, string Answer)> SendAsync(Uri url, IEnumerable<(string Name, string Value)> headers, string body, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Deadline);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var answer = await line.SendAsync(request, deadline.Token);
            return (answer.IsSuccessStatusCode, $"HTTP {(int)answer.StatusCode}");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return (false, failure is HttpRequestException { HttpRequestError: var error } ? $"{error}" : "connection lost");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (false, "no answer within 10 seconds");
        }
    }

    /// <inheritdoc />
    public void Dispose() => line.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (addresses is [] || (!IsTrial && !addresses.All(PublicAddress.Is)))
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The name leads into a network that is not public.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }
}
