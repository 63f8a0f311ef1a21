using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Management;

/// <summary>POST <c>/management/v1/keys/{name}/rotations</c>: makes the next key and says from when it is used.</summary>
internal sealed class RotateKey(ListKeys keys, KeyRings rings, IDbContextFactory<AccountsDb> databases, AuditTrail audit, TimeProvider time)
{
    /// <summary>Room for a wallet or verifier that keeps an old copy of what is published.</summary>
    private static readonly TimeSpan UsualMargin = TimeSpan.FromMinutes(1);

    public static Task<IResult> PostAsync(string name, Wish? wish, HttpContext context, RotateKey rotate) => rotate.RespondAsync(name, wish?.From, context);

    private async Task<IResult> RespondAsync(string name, DateTimeOffset? wished, HttpContext context)
    {
        if (keys.All.FirstOrDefault(each => each.Name == name) is not { } key)
            return context.Problem(new KeyUnknown());
        var now = time.GetUtcNow();
        var from = wished?.ToUniversalTime() ?? now + key.Lead + UsualMargin;
        if (from < now + key.Lead)
            return context.Problem(new KeyChangeTooSoon());

        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        audit.Add(database, Actors.Management, "key-change-announced", $"key/{name}", from.ToString("O", CultureInfo.InvariantCulture));
        rings.Rotate(key, from);
        await database.SaveChangesAsync(context.RequestAborted);
        context.NeverStore();
        return Results.Json(keys.Describe(key), statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>When the key shall change.</summary>
    internal sealed record Wish(
        [property: JsonPropertyName("from"), Description("From when the next key is used; null for as soon as is safe.")] DateTimeOffset? From);
}
