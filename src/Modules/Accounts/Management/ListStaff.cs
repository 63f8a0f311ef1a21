using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Management;

/// <summary>GET <c>/management/v1/staff</c>: every account of the town, oldest first.</summary>
internal sealed class ListStaff(IDbContextFactory<AccountsDb> databases, IOptions<TownOptions> town)
{
    public static Task<IResult> GetAsync(HttpContext context, ListStaff list) => list.RespondAsync(context);

    private async Task<IResult> RespondAsync(HttpContext context)
    {
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        var accounts = await database.StaffOf(town.Value).AsNoTracking()
            .OrderBy(account => account.CreatedAt).ThenBy(account => account.Id)
            .Select(account => new { Account = account, Passkeys = database.Passkeys.Count(passkey => passkey.StaffId == account.Id) })
            .ToListAsync(context.RequestAborted);
        context.NeverStore();
        return Results.Json(accounts.Select(found => Listed.Of(found.Account, found.Passkeys)));
    }
}

/// <summary>An account as scripts see it.</summary>
internal sealed record Listed(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("role"), Description(RoleWords.All + ".")] string Role,
    [property: JsonPropertyName("state"), Description("invited (has no passkey yet), active or locked.")] string State,
    [property: JsonPropertyName("demo"), Description("True for made-up staff.")] bool Demo,
    [property: JsonPropertyName("passkeys")] int Passkeys,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt)
{
    public static Listed Of(StaffAccount account, int passkeys) =>
        new(account.Id, account.Name, account.Role.Word(), StateOf(account, passkeys), account.Demo, passkeys, account.CreatedAt);

    private static string StateOf(StaffAccount account, int passkeys) => account switch
    {
        { LockedAt: not null } => "locked",
        { Demo: true } => "active",
        _ => passkeys > 0 ? "active" : "invited",
    };
}
