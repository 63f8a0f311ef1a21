using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Clients;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Management;

/// <summary>POST <c>/management/v1/clients/{id}/secrets</c>: a new secret in the place of the old one. It opens no locked client.</summary>
internal sealed class RenewClientSecret(IDbContextFactory<AccountsDb> databases, AuditTrail audit, IOptions<TownOptions> town, RandomSource random)
{
    public static Task<IResult> PostAsync(Guid id, HttpContext context, RenewClientSecret renew) => renew.RespondAsync(id, context);

    private async Task<IResult> RespondAsync(Guid id, HttpContext context)
    {
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await database.Clients.SingleOrDefaultAsync(one => one.Id == id && one.Ags == town.Value.Ags, context.RequestAborted) is not { } client)
            return context.Problem(new ClientUnknown());

        var secret = random.NewSecret();
        client.SecretHash = ClientSecrets.HashOf(secret);
        audit.Add(database, Actors.Management, "client-secret-renewed", $"client/{id}");
        await database.SaveChangesAsync(context.RequestAborted);
        context.NeverStore();
        return Results.Created($"/management/v1/clients/{id}", new Renewed(id, secret));
    }

    /// <summary>The new secret.</summary>
    internal sealed record Renewed(
        [property: JsonPropertyName("client_id")] Guid Id,
        [property: JsonPropertyName("client_secret"), Description("Shown this once.")] string Secret);
}
