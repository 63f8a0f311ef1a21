using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>What messages to programs of others need.</summary>
internal static class EventServices
{
    public static void AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<EventSecrets>().AddSingleton<EventLine>().AddSingleton<FollowRights.Parts>().AddSingleton<Subscriptions.Making>();
        services.AddSingleton<Subscriptions>().AddSingleton<ListDeadLetters>();
        services.AddSingleton<FollowRights>().AddHostedService(provider => provider.GetRequiredService<FollowRights>());
        services.AddSingleton<SendEvents>().AddHostedService(provider => provider.GetRequiredService<SendEvents>());
    }

    public static void MapEvents(this IEndpointRouteBuilder endpoints)
    {
        SendAgain.Map(endpoints);
        var subscriptions = endpoints.MapGroup($"{InterfaceScopes.Path}/subscriptions").RequireScope(InterfaceScopes.Subscribe).WithTags("Events");
        subscriptions.MapPost("", Subscriptions.PostAsync).LimitBody(4096)
            .WithName("Subscribe")
            .WithSummary("Hear of rights")
            .WithDescription("Messages are posted as Standard Webhooks has it (webhook-id, webhook-timestamp, webhook-signature: v1), at least once, in no promised order: compare revision. Any 2xx takes a message, redirects do not; others are tried again for three days. plate_hashes come only with the scope parking.events.plates.")
            .Produces<MadeSubscription>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status409Conflict);
        subscriptions.MapGet("", Subscriptions.GetAsync).WithName("ListSubscriptions").WithSummary("List one's own subscriptions").Produces<IReadOnlyList<ListedSubscription>>();
        subscriptions.MapDelete("/{id:guid}", Subscriptions.DeleteAsync).WithName("Unsubscribe").WithSummary("End a subscription")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }
}
