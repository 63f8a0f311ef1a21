using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Modellstadt.Testing;

/// <summary>
/// A town in a process of its own, as <c>./run</c> starts it: real server, real sockets, data in a folder that survives
/// <see cref="KillAsync"/>. Drives journeys, fault tests and benchmarks.
/// </summary>
public sealed class RunningTown : IAsyncDisposable
{
    // Below the ports that the system gives to outgoing connections: one of those would be in the way of a restart.
    private const int FirstPort = 20_000;
    private const int PortPairs = 6_000;

    private static int drawn = Environment.ProcessId;

    private readonly Dictionary<string, string?> settings;
    private readonly PrivateAuthority? authority;
    private readonly List<string> log = [];
    private Process? process;

    private RunningTown(string dataDirectory, string scheme, int port, IReadOnlyDictionary<string, string?>? more, PrivateAuthority? authority)
    {
        this.authority = authority;
        (DataDirectory, PortalUrl, WalletUrl) = (dataDirectory, new Uri($"{scheme}://localhost:{port}"), new Uri($"{scheme}://wallet.localhost:{port + 1}"));
        settings = new Dictionary<string, string?>
        {
            ["Urls"] = $"{scheme}://localhost:{port};{scheme}://localhost:{port + 1}",
            ["Town__Demo"] = "true",
            ["Town__PublicUrl"] = PortalUrl.OriginalString,
            ["Town__WalletUrl"] = WalletUrl.OriginalString,
            ["Town__FactsDirectory"] = ProductFiles.PathOf("data"),
            ["Wallet__Directory"] = ProductFiles.PathOf("src/Wallet/dist"),
            ["Storage__DataDirectory"] = dataDirectory,
            ["Logging__LogLevel__Default"] = "Warning",
        };
        if (authority is not null)
            (settings["Https__Certificate"], settings["Https__Key"]) = (authority.CertificateFile, authority.KeyFile);
        foreach (var (key, value) in more ?? new Dictionary<string, string?>())
            settings[key.Replace(":", "__", StringComparison.Ordinal)] = value;
    }

    /// <summary>Address of the portal.</summary>
    public Uri PortalUrl { get; }

    /// <summary>Address of the wallet.</summary>
    public Uri WalletUrl { get; }

    /// <summary>Folder of the data.</summary>
    public string DataDirectory { get; }

    /// <summary>The process, for measurements of memory and processor time.</summary>
    public Process Process => process ?? throw new InvalidOperationException("The town is not running.");

    /// <summary>What the server wrote, newest last.</summary>
    public string Log
    {
        get
        {
            lock (log)
                return string.Join('\n', log);
        }
    }

    /// <summary>Starts a town with fresh data on free ports and waits until it is ready.</summary>
    /// <param name="more">Further settings, for example those of a <see cref="TestDatabase"/>.</param>
    /// <param name="scheme"><c>https</c> when the settings name a certificate.</param>
    public static async Task<RunningTown> StartAsync(IReadOnlyDictionary<string, string?>? more = null, string scheme = "http")
    {
        var town = new RunningTown(Directory.CreateTempSubdirectory("modellstadt-town-").FullName, scheme, FreePortPair(), more, authority: null);
        await town.StartProcessAsync();
        return town;
    }

    /// <summary>Starts a town that speaks HTTPS with a certificate of a private authority; its own clients trust this authority alone.</summary>
    /// <param name="authority">Whom to trust; stays the caller's.</param>
    /// <param name="more">Further settings.</param>
    public static async Task<RunningTown> StartAsync(PrivateAuthority authority, IReadOnlyDictionary<string, string?>? more = null)
    {
        var town = new RunningTown(Directory.CreateTempSubdirectory("modellstadt-town-").FullName, "https", FreePortPair(), more, authority);
        await town.StartProcessAsync();
        return town;
    }

    /// <summary>A client of the town without cookies; over HTTPS it trusts the town's authority alone.</summary>
    public HttpClient NewClient()
    {
        var client = authority?.Client() ?? new HttpClient(new SocketsHttpHandler { UseCookies = false });
        client.BaseAddress = PortalUrl;
        return client;
    }

    /// <summary>A client of the management API.</summary>
    public HttpClient ManagementClient()
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(DataDirectory, "keys", "management.key")).Trim());
        return client;
    }

    /// <summary>Ends the process without a chance to tidy up (SIGKILL).</summary>
    public async Task KillAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
    }

    /// <summary>Starts the process again with the same data and ports.</summary>
    public async Task StartProcessAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Assembly()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Assembly())!,
        };
        foreach (var (key, value) in settings.Where(setting => setting.Value is not null))
            start.Environment[key] = value;
        // Measuring code for a long life never pays in a town that lives for a minute.
        start.Environment["DOTNET_TieredPGO"] = "0";

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Remember(line.Data);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilReadyAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await KillAsync();
        process?.Dispose();
        TestFolder.Remove(DataDirectory);
    }

    private async Task WaitUntilReadyAsync()
    {
        // Whether a certificate is right is for tests to say, not for waiting.
        using var line = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var client = new HttpClient(line) { Timeout = TimeSpan.FromSeconds(5) };
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (Process.HasExited)
                throw new InvalidOperationException($"The town did not start:\n{Log}");
            try
            {
                using var answer = await client.GetAsync(new Uri(PortalUrl, "/health/ready"));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet, or too busy with starting.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The town was not ready in time:\n{Log}");
    }

    private void Remember(string? line)
    {
        if (line is null)
            return;
        lock (log)
            log.Add(line);
    }

    /// <summary>The server built beside the tests, in the same configuration.</summary>
    private static string Assembly()
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        return ProductFiles.PathOf($"src/App/bin/{configuration}/net10.0/Modellstadt.App.dll");
    }

    private static int FreePortPair()
    {
        while (true)
        {
            var port = FirstPort + (int)((uint)Interlocked.Add(ref drawn, 7) % PortPairs * 2);
            if (IsFree(port) && IsFree(port + 1))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            foreach (var address in Socket.OSSupportsIPv6 ? (IPAddress[])[IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback])
            {
                using var listener = new TcpListener(address, port);
                listener.Start();
            }

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
