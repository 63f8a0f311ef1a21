using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Modellstadt.Verifier.Tests;

/// <summary>A real server on this machine at which status lists may lie; counts who comes.</summary>
internal sealed class StatusListServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private StatusListServer(WebApplication app) => this.app = app;

    /// <summary>Paths that were asked for.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What is answered to a path.</summary>
    public Func<string, IResult> Answer { get; set; } = _ => Results.NotFound();

    /// <summary>Its address, such as <c>http://localhost:43817</c>.</summary>
    public Uri Address => new(app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public static async Task<StatusListServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new StatusListServer(app);
        app.Run(context =>
        {
            server.Asked.Add(context.Request.Path);
            return server.Answer(context.Request.Path).ExecuteAsync(context);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
