using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Kernel;

/// <summary>Registers what every module needs and no module owns.</summary>
public static class KernelServices
{
    /// <summary>Adds options, clock, calendar, randomness, audit trail, language, browser session, keys and the traces of flows.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configuration">Sections <c>Town</c>, <c>Storage</c> and <c>Retention</c> are read.</param>
    /// <param name="time">The clock of this process.</param>
    /// <param name="random">The randomness of this process.</param>
    public static IServiceCollection AddKernel(this IServiceCollection services, IConfiguration configuration, TimeProvider time, RandomSource random)
    {
        services.AddOptions<TownOptions>().Bind(configuration.GetSection("Town")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection("Retention"));
        services.AddSingleton<RetentionRound>().AddHostedService(provider => provider.GetRequiredService<RetentionRound>());
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(time);
        services.AddSingleton(random);
        services.AddSingleton<TownCalendar>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<KeyFiles>().AddSingleton<KeyRings>().AddSingleton<ISigningKeys, SoftwareKeys>();
        services.AddSingleton<FlowTraces>();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentLanguage>();
        services.AddScoped<BrowserSession>();
        return services;
    }
}
