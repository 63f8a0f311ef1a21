using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages.Delivery;
using Modellstadt.Messages.Office;
using Modellstadt.Messages.Printing;
using Modellstadt.Messages.Privacy;
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
        services.AddOptions<MessagesOptions>().Bind(configuration.GetSection("Messages")).ValidateDataAnnotations().ValidateOnStart();
        services.AddModuleDb<MessagesDb>(Name);
        services.AddSingleton(provider => new Mailroom(
            provider.GetRequiredService<IDbContextFactory<MessagesDb>>(), provider.GetRequiredService<IOptions<TownOptions>>(),
            provider.GetRequiredService<RandomSource>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new EmailAddresses(
            provider.GetRequiredService<IDbContextFactory<MessagesDb>>(), provider.GetRequiredService<IOptions<TownOptions>>(),
            provider.GetRequiredService<RandomSource>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<MessagesOptions>>()));
        services.AddSingleton<DeliverMail>().AddHostedService(provider => provider.GetRequiredService<DeliverMail>());
        services.AddSingleton<ForgetMessages>().AddHostedService(provider => provider.GetRequiredService<ForgetMessages>());
        services.AddOfficeLink("/office/print-queue", new("Briefe", "Letters"), 55);
        services.AddOfficeLink("/office/messages", new("Nachrichten", "Messages"), 57);
        services.AddSingleton<PrintQueue>().AddSingleton<MessageDesk>();
        services.AddSingleton<IPersonalRecords, KeptMessages>();
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        PrintQueueEndpoints.Map(endpoints);
        MessageEndpoints.Map(endpoints);
    }
}
