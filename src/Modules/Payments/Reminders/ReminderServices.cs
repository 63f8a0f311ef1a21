using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Payments.Reminders;

/// <summary>What reminding of open receivables needs.</summary>
internal static class ReminderServices
{
    public static void AddReminders(this IServiceCollection services)
    {
        services.AddSingleton(provider => Read(provider.GetRequiredService<IOptions<TownOptions>>().Value));
        services.AddSingleton<HoldReminders>();
        services.AddHostedService<RemindOverdue>();
    }

    private static TownLevels Read(TownOptions town) => ReminderFile.LevelsOf(Path.GetFullPath(town.FactsDirectory), town.Ags, town.Demo);
}
