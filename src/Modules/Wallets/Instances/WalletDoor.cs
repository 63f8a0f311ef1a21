using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Instances;

/// <summary>
/// Lets wallets in: each call carries a DPoP proof (RFC 9449) by the key that the wallet registered with, for this address on the wallet's
/// host, and good once in every process. A wallet is found by its address and its key together: somebody else's looks like none.
/// </summary>
internal sealed class WalletDoor(GroupCommit<WalletsDb> writes, IOptions<TownOptions> town, TownCalendar calendar)
{
    /// <summary>The key that the sender holds, and what marks the proof as used.</summary>
    public Outcome<ProvedInstance> Prove(HttpContext context)
    {
        // RFC 9449 section 4.3 (1).
        if (context.Request.Headers[DpopProof.Scheme] is not [{ Length: > 0 } text])
            return Refuse(context, "RFC 9449 §4.3 (1)", "There is not exactly one DPoP proof.");
        var address = new Uri(town.Value.WalletAt(context.Request.Path.Value!));
        return DpopProof.Check(text, new DpopRules(context.Request.Method, address, calendar.Now)).TryGetValue(out var proof, out var error)
            ? new ProvedInstance(proof.Thumbprint, proof.Id, proof.EndsAt)
            : Refuse(context, error.Clause, error.Detail);
    }

    /// <summary>
    /// Does something for the wallet that called, in one transaction with the use of its proof. Calls of one wallet and its locking wait
    /// for each other, in all processes.
    /// </summary>
    public async Task<Outcome<T>> EnterAsync<T>(HttpContext context, Guid id, Func<WalletsDb, WalletRow, Task<Outcome<T>>> work)
    {
        if (!Prove(context).Succeeded(out var instance, out var refusal))
            return refusal;
        return await writes.RunAsync(database => EnterAsync(database, id, instance, work), context.RequestAborted);
    }

    /// <summary>As <see cref="EnterAsync{T}(HttpContext, Guid, Func{WalletsDb, WalletRow, Task{Outcome{T}}})"/>, for wallets that are not locked.</summary>
    public Task<Outcome<T>> EnterUnlockedAsync<T>(HttpContext context, Guid id, Func<WalletsDb, WalletRow, Task<Outcome<T>>> work) =>
        EnterAsync(context, id, (database, wallet) => wallet.LockedAt is null ? work(database, wallet) : Task.FromResult<Outcome<T>>(new WalletLocked()));

    /// <summary>Marks a proof as used, within the caller's transaction; false when it was before.</summary>
    public static async Task<bool> TakeAsync(WalletsDb database, ProvedInstance instance) =>
        await database.Database.ExecuteSqlAsync(
            $"INSERT INTO used_proofs (id, expires_at) VALUES ({instance.ProofId}, {instance.ProofEndsAt.ToUnixTimeMilliseconds()}) ON CONFLICT DO NOTHING") == 1;

    private async Task<Outcome<T>> EnterAsync<T>(WalletsDb database, Guid id, ProvedInstance instance, Func<WalletsDb, WalletRow, Task<Outcome<T>>> work)
    {
        if (!await TakeAsync(database, instance))
            return new ProofRefused();
        var today = calendar.Today;
        // Takes the row until the end of the transaction, whether or not the day changes.
        var found = await database.Wallets.Where(wallet => wallet.Id == id && wallet.Thumbprint == instance.Thumbprint)
            .ExecuteUpdateAsync(wallet => wallet.SetProperty(row => row.SeenOn, today));
        return found == 0 ? new WalletUnknown() : await work(database, await database.Wallets.AsNoTracking().SingleAsync(wallet => wallet.Id == id));
    }

    private static ProofRefused Refuse(HttpContext context, string clause, string detail)
    {
        Flows.Refused(AuthorizationErrors.InvalidDpopProof, clause, detail);
        context.Response.Headers.WWWAuthenticate = $"{DpopProof.Scheme} error=\"{AuthorizationErrors.InvalidDpopProof}\", error_description=\"{detail}\"";
        return new ProofRefused();
    }
}

/// <summary>Who calls, by the key they hold.</summary>
/// <param name="Thumbprint">The key.</param>
/// <param name="ProofId">What makes the proof good once.</param>
/// <param name="ProofEndsAt">Until when it is remembered.</param>
internal sealed record ProvedInstance(string Thumbprint, string ProofId, DateTimeOffset ProofEndsAt);
