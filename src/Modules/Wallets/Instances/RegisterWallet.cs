using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Wallets.Storage;
using Modellstadt.Wallets.Web;

namespace Modellstadt.Wallets.Instances;

/// <summary>
/// Registers a wallet: its key, by what its emergency code locks it, and where its list lies. The same call with a fresh proof gives the
/// same wallet, so that a lost answer loses nothing.
/// </summary>
internal sealed class RegisterWallet(GroupCommit<WalletsDb> writes, TownCalendar calendar, RandomSource random)
{
    private const int MaxBody = 4 * 1024;

    /// <summary>The wallet's address, or why there is none.</summary>
    public Task<Outcome<Guid>> RegisterAsync(ProvedInstance instance, EmergencyAccess access, CancellationToken cancellationToken) =>
        writes.RunAsync(database => RegisterAsync(database, instance, access), cancellationToken);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/wallets", AnswerAsync).LimitBody(MaxBody).RequireRateLimiting(nameof(RegistrationLimit));

    private static async Task<IResult> AnswerAsync(RegisterWallet register, WalletDoor door, HttpContext context)
    {
        context.NeverStore();
        if (!(await context.ReadJsonAsync(MaxBody)).Succeeded(out var body, out var refusal) || !door.Prove(context).Succeeded(out var instance, out refusal))
            return context.Problem(refusal);
        // The key stands in the proof as well: a wallet that means another one is mistaken.
        if (body.Object("key") is not { } jwk || !JsonWebKey.Parse(jwk).TryGetValue(out var key, out _) || key.Thumbprint != instance.Thumbprint || EmergencyAccess.Read(body) is not { } access)
            return context.Problem(new Unreadable());
        return (await register.RegisterAsync(instance, access, context.RequestAborted)).Match(
            id => Results.Json(new JsonObject { ["wallet"] = id.ToString("D") }, statusCode: StatusCodes.Status201Created), context.Problem);
    }

    private async Task<Outcome<Guid>> RegisterAsync(WalletsDb database, ProvedInstance instance, EmergencyAccess access)
    {
        if (!await WalletDoor.TakeAsync(database, instance))
            return new ProofRefused();
        var (id, today) = (random.NewId(), TownCalendar.Iso(calendar.Today));
        await database.Database.ExecuteSqlAsync(
            $"INSERT INTO wallets (id, thumbprint, emergency_hash, locator_hash, seen_on) VALUES ({id.ToString("D")}, {instance.Thumbprint}, {access.EmergencyHash}, {access.LocatorHash}, {today}) ON CONFLICT DO NOTHING");
        return await database.Wallets.AsNoTracking().SingleOrDefaultAsync(wallet => wallet.Thumbprint == instance.Thumbprint) is { } kept
            && kept.EmergencyHash == access.EmergencyHash && kept.LocatorHash == access.LocatorHash
            ? kept.Id
            : new AlreadyRegistered();
    }
}

/// <summary>What the emergency code of a wallet opens, as far as the town keeps it.</summary>
/// <param name="EmergencyHash">Locks the wallet.</param>
/// <param name="LocatorHash">Finds its list.</param>
internal sealed record EmergencyAccess(string EmergencyHash, string LocatorHash)
{
    /// <summary>Bytes of a locator and of what proves a code.</summary>
    public const int Bytes = 32;

    /// <summary>From a wallet's message: <c>emergency</c> is a hash already, of <c>locator</c> one is made.</summary>
    public static EmergencyAccess? Read(JsonObject body) =>
        body.Bytes("emergency", Bytes) is { } emergency && body.Bytes("locator", Bytes) is { } locator ? new(Base64Url.Encode(emergency), HashOf(locator)) : null;

    /// <summary>What is kept of a locator.</summary>
    public static string HashOf(ReadOnlySpan<byte> locator) => Base64Url.Encode(SHA256.HashData(locator));
}
