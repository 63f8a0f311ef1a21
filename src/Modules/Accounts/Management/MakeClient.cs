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

/// <summary>POST <c>/management/v1/clients</c>: makes a client and its secret.</summary>
internal sealed class MakeClient(
    IDbContextFactory<AccountsDb> databases, IEnumerable<ApiScope> scopes, AuditTrail audit, IOptions<TownOptions> town, RandomSource random, TimeProvider time)
{
    public const int LongestName = 100;
    public const int LongestPurpose = 200;

    public static Task<IResult> PostAsync(ClientDraft draft, HttpContext context, MakeClient make) => make.RespondAsync(draft, context);

    private async Task<IResult> RespondAsync(ClientDraft draft, HttpContext context)
    {
        var wished = (draft.Scopes ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (!IsUsable(draft.Name, LongestName) || !IsUsable(draft.Purpose, LongestPurpose) || wished is [] || !wished.TrueForAll(name => scopes.Any(scope => scope.Name == name)))
            return context.Problem(new ClientUnusable());

        var secret = random.NewSecret();
        var client = new ApiClient
        {
            Id = random.NewId(), Ags = town.Value.Ags, Name = draft.Name!.Trim(), Purpose = draft.Purpose!.Trim(), Scopes = string.Join(' ', wished),
            SecretHash = ClientSecrets.HashOf(secret), CreatedAt = time.GetUtcNow(),
        };
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        database.Add(client);
        audit.Add(database, Actors.Management, "client-made", $"client/{client.Id}", client.Scopes);
        await database.SaveChangesAsync(context.RequestAborted);

        context.NeverStore();
        return Results.Created($"/management/v1/clients/{client.Id}", new Made(client.Id, secret, wished));
    }

    private static bool IsUsable(string? text, int longest) => text is not null && text.Length <= longest && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);

    /// <summary>Who gets a client.</summary>
    internal sealed record ClientDraft(
        [property: JsonPropertyName("name"), Description("Who runs the program. 1 to 100 characters.")] string? Name,
        [property: JsonPropertyName("purpose"), Description("What for it may ask; clerks see it. 1 to 200 characters.")] string? Purpose,
        [property: JsonPropertyName("scopes"), Description("What it may ask, for example parking.rights.read.")] IReadOnlyList<string>? Scopes);

    /// <summary>A new client.</summary>
    internal sealed record Made(
        [property: JsonPropertyName("client_id")] Guid Id,
        [property: JsonPropertyName("client_secret"), Description("Shown this once.")] string Secret,
        [property: JsonPropertyName("scopes")] IReadOnlyList<string> Scopes);
}
