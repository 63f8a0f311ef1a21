using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Management;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Clients;

/// <summary>What programs of others need.</summary>
internal static class ClientServices
{
    public static void AddClients(this IServiceCollection services)
    {
        services.AddSingleton<ClientTokenKeys>().AddSingleton<IRotatingKeys>(provider => provider.GetRequiredService<ClientTokenKeys>());
        services.AddSingleton<ClientTokens>().AddSingleton<LiveClients>().AddSingleton<IssueClientToken>();
        services.AddSingleton(provider => new ClientDirectory(provider.GetRequiredService<IDbContextFactory<AccountsDb>>(), provider.GetRequiredService<IOptions<TownOptions>>().Value));
        services.AddSingleton<MakeClient>().AddSingleton<ListClients>().AddSingleton<RenewClientSecret>().AddSingleton<LockClient>();
        services.AddScoped<CurrentClient>();
        services.AddRateLimiter(limits => limits.AddPolicy<IPAddress, ClientTokenLimit>(ClientTokenLimit.Name));
    }

    public static void MapClients(this IEndpointRouteBuilder endpoints)
    {
        IssueClientToken.Map(endpoints);
        var clients = endpoints.MapGroup("/management/v1/clients").RequireManagementKey().WithTags("Clients");
        clients.MapPost("", MakeClient.PostAsync).LimitBody(4096)
            .WithName("MakeClient")
            .WithSummary("Make a client for a program of somebody else")
            .WithDescription("Answers with its secret, which is not shown again. With id and secret it gets tokens at /oauth/token (client credentials, HTTP Basic).")
            .Produces<MakeClient.Made>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest);
        clients.MapGet("", ListClients.GetAsync)
            .WithName("ListClients")
            .WithSummary("List the clients")
            .Produces<IReadOnlyList<ListedClient>>();
        clients.MapPost("/{id:guid}/secrets", RenewClientSecret.PostAsync)
            .WithName("RenewClientSecret")
            .WithSummary("Make a new secret for a client")
            .WithDescription("The old secret ends at once; tokens that were made with it live on for their few minutes.")
            .Produces<RenewClientSecret.Renewed>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound);
        clients.MapPost("/{id:guid}/lock", LockClient.PostAsync)
            .WithName("LockClient")
            .WithSummary("Lock a client")
            .WithDescription("No more tokens; those that are out end within a minute. Locking twice is the same as once.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }
}
