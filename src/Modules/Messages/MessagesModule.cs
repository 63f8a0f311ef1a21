using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages;

/// <summary>Messages to citizens: letters, e-mail, the print queue.</summary>
public sealed class MessagesModule : IModule
{
    /// <inheritdoc />
    public static string Name => "messages";

    /// <inheritdoc />
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<MessagesDb>(Name);
        services.AddSingleton(provider => new Mailroom(
            provider.GetRequiredService<IDbContextFactory<MessagesDb>>(), provider.GetRequiredService<IOptions<TownOptions>>(),
            provider.GetRequiredService<RandomSource>(), provider.GetRequiredService<TimeProvider>()));
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
