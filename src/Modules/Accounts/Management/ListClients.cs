using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Management;

/// <summary>GET <c>/management/v1/clients</c>: the programs of others, by name.</summary>
internal sealed class ListClients(ClientDirectory directory)
{
    public static Task<IResult> GetAsync(HttpContext context, ListClients list) => list.RespondAsync(context);

    private async Task<IResult> RespondAsync(HttpContext context)
    {
        var clients = await directory.ListAsync(context.RequestAborted);
        context.NeverStore();
        return Results.Json(clients.Select(client =>
            new ListedClient(client.Id, client.Name, client.Purpose, [.. client.Scopes.Order(StringComparer.Ordinal)], client.Locked ? "locked" : "active")));
    }
}

/// <summary>A client as scripts see it.</summary>
internal sealed record ListedClient(
    [property: JsonPropertyName("client_id")] Guid Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("purpose")] string Purpose,
    [property: JsonPropertyName("scopes")] IReadOnlyList<string> Scopes,
    [property: JsonPropertyName("state"), Description("active or locked.")] string State);
