using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Wallets.Instances;
using Modellstadt.Wallets.Storage;
using Modellstadt.Wallets.Web;

namespace Modellstadt.Wallets.Relays;

/// <summary>
/// A mailbox between two phones: the new one opens it and shows its address as a QR code, the old one puts one sealed message into it, the new
/// one reads it, once, within five minutes. Whoever photographs the code can write, but not read. Neither phone says who it is.
/// </summary>
internal sealed class PassOn(GroupCommit<WalletsDb> writes, TimeProvider time, RandomSource random)
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxReader = 1024;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Opens a mailbox: by what one writes into it, and by what one reads.</summary>
    public async Task<(string Mailbox, string Reader)> OpenAsync(CancellationToken cancellationToken)
    {
        var (mailbox, reader) = (random.NewBytes(EmergencyAccess.Bytes), random.NewBytes(EmergencyAccess.Bytes));
        var end = (time.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds();
        await writes.RunAsync(
            database => database.Database.ExecuteSqlAsync(
                $"INSERT INTO relays (mailbox_hash, reader_hash, expires_at) VALUES ({EmergencyAccess.HashOf(mailbox)}, {EmergencyAccess.HashOf(reader)}, {end})"),
            cancellationToken);
        return (Base64Url.Encode(mailbox), Base64Url.Encode(reader));
    }

    /// <summary>Puts the message in; refused when there is one, or no such mailbox any more.</summary>
    public async Task<Outcome<int>> WriteAsync(string mailbox, byte[] message, CancellationToken cancellationToken)
    {
        var (hash, now) = (HashOf(mailbox), time.GetUtcNow().ToUnixTimeMilliseconds());
        var written = await writes.RunAsync(
            database => database.Database.ExecuteSqlAsync($"UPDATE relays SET sealed = {message} WHERE mailbox_hash = {hash} AND sealed IS NULL AND expires_at > {now}"), cancellationToken);
        return written == 1 ? written : new MailboxUnknown();
    }

    /// <summary>Takes the message out; empty when there is none yet.</summary>
    public async Task<Outcome<byte[]>> ReadAsync(string mailbox, string reader, CancellationToken cancellationToken)
    {
        var (hash, readerHash, now) = (HashOf(mailbox), HashOf(reader), time.GetUtcNow());
        return await writes.RunAsync<Outcome<byte[]>>(
            async database =>
            {
                var taken = await database.Database.SqlQuery<byte[]>(
                    $"""DELETE FROM relays WHERE mailbox_hash = {hash} AND reader_hash = {readerHash} AND sealed IS NOT NULL AND expires_at > {now.ToUnixTimeMilliseconds()} RETURNING sealed AS "Value" """).ToListAsync();
                if (taken is [var message])
                    return message;
                return await database.Relays.AnyAsync(relay => relay.MailboxHash == hash && relay.ReaderHash == readerHash && relay.ExpiresAt > now) ? Array.Empty<byte>() : new MailboxUnknown();
            },
            cancellationToken);
    }

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/wallets/relays", AnswerOpeningAsync).LimitBody(MaxReader).RequireRateLimiting(nameof(RegistrationLimit));
        endpoints.MapPut("/wallets/relays/{mailbox}", AnswerWritingAsync).LimitBody(MaxBytes).RequireRateLimiting(nameof(CallLimit));
        endpoints.MapPost("/wallets/relays/{mailbox}/reading", AnswerReadingAsync).LimitBody(MaxReader).RequireRateLimiting(nameof(CallLimit));
    }

    private static async Task<IResult> AnswerOpeningAsync(PassOn pass, HttpContext context)
    {
        context.NeverStore();
        var (mailbox, reader) = await pass.OpenAsync(context.RequestAborted);
        return Results.Json(new JsonObject { ["mailbox"] = mailbox, ["reader"] = reader, ["expires_in"] = (int)Lifetime.TotalSeconds }, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> AnswerWritingAsync(string mailbox, PassOn pass, HttpContext context)
    {
        context.NeverStore();
        if (!(await context.ReadBodyAsync(MaxBytes)).Succeeded(out var message, out var refusal))
            return context.Problem(refusal);
        return message.Length == 0 ? context.Problem(new Unreadable()) : (await pass.WriteAsync(mailbox, message, context.RequestAborted)).Match(_ => Results.NoContent(), context.Problem);
    }

    private static async Task<IResult> AnswerReadingAsync(string mailbox, PassOn pass, HttpContext context)
    {
        context.NeverStore();
        if (!(await context.ReadJsonAsync(MaxReader)).Succeeded(out var body, out var refusal))
            return context.Problem(refusal);
        return (await pass.ReadAsync(mailbox, body.Text("reader") ?? "", context.RequestAborted)).Match(
            message => message is [] ? Results.NoContent() : Results.Bytes(message, MediaTypeNames.Application.Octet), context.Problem);
    }

    private static string HashOf(string secret) => secret.Length <= 64 && Base64Url.TryDecode(secret, out var bytes) ? EmergencyAccess.HashOf(bytes) : "";
}
