using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>
/// Takes a wallet's word on a batch (OpenID4VCI 1.0, section 11). A batch that the wallet does not keep, whether it could not or its
/// holder did not want to, is revoked: it is in nobody's hands. What was said so is final.
/// </summary>
internal sealed class TakeNotification(GroupCommit<IssuerDb> writes, StatusChanges changes, TimeProvider time)
{
    private static readonly string Accepted = NotificationRequest.NameOf(IssuanceEvent.Accepted);

    /// <summary>Null when it was taken, also when it was said before; or `invalid_notification_id`.</summary>
    public Task<ProtocolError?> TakeAsync(Grant grant, NotificationRequest request, CancellationToken cancellationToken) =>
        writes.RunAsync(database => TakeAsync(database, grant, request), cancellationToken);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/issuers/{slug}/notification", AnswerAsync).OpenToWallets().LimitBody(NotificationRequest.MaxBytes);

    private static async Task<IResult> AnswerAsync(string slug, HostedIssuers issuers, Grants grants, TakeNotification take, HttpContext context)
    {
        if (issuers.Find(slug) is not { } issuer)
            return Results.NotFound();
        if (!(await grants.FindAsync(issuer, context.Request)).TryGetValue(out var grant, out var error))
            return context.RefuseToken(error);
        if (!context.Request.HasJsonContentType())
            return context.Refuse(new ProtocolError(IssuanceErrors.InvalidNotificationRequest, "OpenID4VCI 1.0 §11.1", "The body is not application/json."));
        if (await context.ReadBodyAsync(NotificationRequest.MaxBytes) is not { } body)
            return context.TooLarge(IssuanceErrors.InvalidNotificationRequest);
        if (!NotificationRequest.Parse(body).TryGetValue(out var request, out error))
            return context.Refuse(error);
        return await take.TakeAsync(grant, request, context.RequestAborted) is { } refused ? context.Refuse(refused) : Results.NoContent();
    }

    private async Task<ProtocolError?> TakeAsync(IssuerDb database, Grant grant, NotificationRequest request)
    {
        var hash = AccessTokens.Hash(request.NotificationId);
        if (await database.Issuances.AsNoTracking().SingleOrDefaultAsync(row => row.NotificationHash == hash && row.OfferId == grant.OfferId) is not { } issuance)
            return new ProtocolError(IssuanceErrors.InvalidNotificationId, "OpenID4VCI 1.0 §11.3", "The notification id was not given to this wallet.");

        var (now, name) = (time.GetUtcNow(), NotificationRequest.NameOf(request.Event));
        var news = await database.Database.ExecuteSqlAsync(
            $"UPDATE issuances SET event = {name}, event_description = {request.Description}, notified_at = {now.ToUnixTimeMilliseconds()} WHERE notification_hash = {hash} AND (event IS NULL OR (event = {Accepted} AND event <> {name}))");
        if (news == 0)
            return null;
        // The wallet has obtained what it waited for (section 9.1), or wants it no more.
        await database.Deferrals.Where(deferral => deferral.OfferId == grant.OfferId && deferral.FetchedAt != null).ExecuteDeleteAsync();
        if (request.Event is not IssuanceEvent.Accepted)
            await changes.RevokeAsync(database, database.Copies.Where(copy => copy.OfferId == grant.OfferId && copy.Batch == issuance.Batch), now);
        return null;
    }
}
