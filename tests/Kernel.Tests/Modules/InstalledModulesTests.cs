using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Modules;

namespace Modellstadt.Kernel.Tests.Modules;

public sealed class InstalledModulesTests
{
    [Fact]
    public async Task A_module_brings_its_services_and_addresses()
    {
        await using var app = await StartAsync();
        Assert.Equal("The library has 3 books.", await app.GetTestClient().GetStringAsync("/library", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("False")]
    public async Task A_town_without_a_library_switches_it_off(string enabled)
    {
        await using var app = await StartAsync(("Modules:library:Enabled", enabled));
        using var answer = await app.GetTestClient().GetAsync("/library", TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Null(app.Services.GetService<Shelf>());
        Assert.Empty(app.Services.GetRequiredService<InstalledModules>().Assemblies);
    }

    private static async Task<WebApplication> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddRouting();
        var modules = new InstalledModules(builder.Services, builder.Configuration).Add<LibraryModule>();
        builder.Services.AddSingleton(modules);
        var app = builder.Build();
        app.UseRouting();
        modules.MapEndpoints(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private sealed record Shelf(int Books);

    private sealed class LibraryModule : IModule
    {
        public static string Name => "library";

        public static void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton(new Shelf(3));

        public static void MapEndpoints(IEndpointRouteBuilder endpoints) =>
            endpoints.MapGet("/library", (Shelf shelf) => Results.Text($"The library has {shelf.Books} books."));
    }
}
