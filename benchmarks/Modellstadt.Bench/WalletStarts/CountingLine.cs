using System.Net;
using System.Net.Sockets;

namespace Modellstadt.Bench.WalletStarts;

/// <summary>A line between browser and server that counts every byte the server sends, headers and the service worker's files included.</summary>
internal sealed class CountingLine : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int serverPort;
    private long received;

    public CountingLine(int serverPort)
    {
        this.serverPort = serverPort;
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where the browser has to connect.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Bytes from the server so far.</summary>
    public long Received => Interlocked.Read(ref received);

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The measurement is over.
        }
    }

    private async Task ServeAsync(TcpClient browser)
    {
        using var server = new TcpClient { NoDelay = true };
        using (browser)
        {
            browser.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, serverPort);
            await Task.WhenAny(CopyAsync(browser, server, _ => { }), CopyAsync(server, browser, bytes => Interlocked.Add(ref received, bytes)));
        }
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to, Action<int> count)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (int length; (length = await from.GetStream().ReadAsync(buffer)) > 0; count(length))
                await to.GetStream().WriteAsync(buffer.AsMemory(0, length));
        }
        catch (IOException)
        {
            // Either side hung up.
        }
    }
}
