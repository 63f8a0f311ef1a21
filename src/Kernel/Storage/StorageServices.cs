using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Modellstadt.Kernel.Events;

namespace Modellstadt.Kernel.Storage;

/// <summary>The name under which a module's tables live.</summary>
internal sealed record ModuleName<TDb>(string Value);

/// <summary>Registers a module's database.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds <c>IDbContextFactory&lt;TDb&gt;</c> for the file or schema <paramref name="module"/>, applies its scripts at start
    /// and delivers its outbox.
    /// </summary>
    public static IServiceCollection AddModuleDb<TDb>(this IServiceCollection services, string module) where TDb : ModuleDb
    {
        services.TryAddSingleton<DatabaseChooser>();
        services.AddSingleton(new ModuleName<TDb>(module));
        services.AddPooledDbContextFactory<TDb>((provider, builder) => provider.GetRequiredService<DatabaseChooser>().Use(builder, module));
        services.AddHostedService<SchemaUpgrade<TDb>>();
        services.AddHealthChecks().AddCheck<DatabaseHealth<TDb>>(module);
        services.AddSingleton<Outbox<TDb>>();
        services.AddHostedService<OutboxDelivery<TDb>>();
        services.AddHostedService<SqliteSweep<TDb>>();
        return services;
    }

    /// <summary>Adds <see cref="GroupCommit{TDb}"/>, for modules in which many write at once.</summary>
    public static IServiceCollection AddGroupCommit<TDb>(this IServiceCollection services) where TDb : ModuleDb =>
        services.AddSingleton<GroupCommit<TDb>>().AddHostedService(provider => provider.GetRequiredService<GroupCommit<TDb>>());
}
