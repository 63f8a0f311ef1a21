using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Office;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Privacy;
using Modellstadt.Payments.Refunding;
using Modellstadt.Payments.Reminders;
using Modellstadt.Payments.Statements;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments;

/// <summary>Money: what is owed to the town, what was paid, what goes back.</summary>
public sealed class PaymentsModule : IModule
{
    /// <inheritdoc />
    public static string Name => "payments";

    /// <inheritdoc />
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<PaymentsDb>(Name);
        services.AddSingleton<Journal>();
        services.AddSingleton<TrialBalance>();
        services.AddSingleton(provider => new Receivables(
            provider.GetRequiredService<Journal>(), provider.GetRequiredService<IDbContextFactory<PaymentsDb>>(),
            provider.GetRequiredService<TownCalendar>(), provider.GetRequiredService<RandomSource>()));
        services.AddSingleton<IOutboxReceiver<PaymentsDb>, DeliverReceivableNews>();
        services.AddSingleton<GiveUp>();
        services.AddHostedService<TellOverdue>();
        services.AddSingleton(provider => new Refunds(provider.GetRequiredService<Journal>(), provider.GetRequiredService<TownCalendar>()));
        services.AddSingleton<MakeRefundFile>().AddSingleton<DecideRefundFile>();
        services.AddOfficeLink("/office/payments", new("Zahlungen", "Payments"), 50);
        services.AddSingleton<IRetainedRecords, SettledReceivables>();
        services.AddSingleton<IRetainedRecords, SettledMovements>();
        services.AddReminders();
        services.AddStatements();
        services.AddBooks();
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapBooks();
}
