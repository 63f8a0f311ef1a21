using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Testing;

/// <summary>
/// A town of a few modules in the test's own process: hosted like the product, but without a network, without the portal's shell around
/// the pages, with a clock and random numbers of the test. It can be stopped and started again with the same data.
/// </summary>
public abstract class TestTown : IAsyncDisposable
{
    private const string ManagementKey = "a-key-for-tests-that-is-long-enough-0123456789";

    private readonly Dictionary<string, string?> settings;
    private WebApplication app = null!;

    /// <summary>A town that has not been started.</summary>
    /// <param name="storage">Where it stores; thrown away with the town.</param>
    /// <param name="settings">Configuration; the last one of a name counts.</param>
    protected TestTown(TestDatabase storage, params IEnumerable<(string Key, string Value)> settings)
    {
        Storage = storage;
        this.settings = new Dictionary<string, string?>(storage.Settings)
        {
            ["Town:FactsDirectory"] = ProductFiles.PathOf("data"),
            ["Management:Key"] = ManagementKey,
        };
        Change(settings);
    }

    /// <summary>The town's clock.</summary>
    public SettableTime Time { get; init; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    /// <summary>The town's random numbers.</summary>
    public SeededRandomness Random { get; init; } = new(42);

    /// <summary>What the town consists of.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Its names and addresses.</summary>
    public TownOptions Town => Services.GetRequiredService<IOptions<TownOptions>>().Value;

    /// <summary>Folder with the databases and keys.</summary>
    public string DataDirectory => settings["Storage:DataDirectory"]!;

    /// <summary>Where it stores.</summary>
    protected TestDatabase Storage { get; }

    /// <summary>True for a second server on the data of another.</summary>
    protected bool IsGuest { get; init; }

    /// <summary>The way to this town, whichever process serves it; carries no cookies.</summary>
    public HttpMessageHandler Line() => new TownLine(this);

    /// <summary>A browser or wallet without cookies.</summary>
    public HttpClient Client() => app.GetTestClient();

    /// <summary>A client of the management API.</summary>
    public HttpClient ManagementClient(string key = ManagementKey)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>The process ends; another one begins with the same data.</summary>
    /// <param name="changed">Configuration that is different from now on.</param>
    public async Task RestartAsync(params IEnumerable<(string Key, string Value)> changed)
    {
        await EndAsync();
        Change(changed);
        await RunAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await EndAsync();
        if (!IsGuest)
            await Storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The modules of this town, after all that they need.</summary>
    protected abstract void AddModules(InstalledModules modules);

    /// <summary>What stands for other parts of a town: services added last.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    /// <summary>What stands for other parts of a town: addresses, and what comes before all others in the pipeline.</summary>
    protected virtual void Configure(WebApplication app)
    {
    }

    /// <summary>The town, as soon as it serves.</summary>
    protected static async Task<TTown> ServeAsync<TTown>(TTown town) where TTown : TestTown
    {
        try
        {
            await town.RunAsync();
            return town;
        }
        catch
        {
            await town.DisposeAsync();
            throw;
        }
    }

    // Disposing alone lets go of the workers in the middle of what they do; a stopped host has waited for them. One that never
    // started cannot be stopped.
    private async Task EndAsync()
    {
        if (app.Lifetime.ApplicationStarted.IsCancellationRequested)
            await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddRouting();
        builder.Services.AddCors();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddRazorComponents();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(DataDirectory, "cookies")));
        builder.Services.AddKernel(builder.Configuration, Time, Random);
        var modules = new InstalledModules(builder.Services, builder.Configuration);
        builder.Services.AddSingleton(modules);
        AddModules(modules);
        Configure(builder);

        app = builder.Build();
        Configure(app);
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorComponents<TestPages>().AddAdditionalAssemblies([.. modules.Assemblies]);
        modules.MapEndpoints(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    private void Change(IEnumerable<(string Key, string Value)> changed)
    {
        foreach (var (key, value) in changed)
            settings[key] = value;
    }

    private sealed class TownLine(TestTown town) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var server = new HttpMessageInvoker(town.app.GetTestServer().CreateHandler());
            return await server.SendAsync(request, cancellationToken);
        }
    }
}
