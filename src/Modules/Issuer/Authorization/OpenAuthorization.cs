using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Authorization;

/// <summary>
/// The authorization endpoint: <c>GET /issuers/{slug}/authorize</c>. It binds the request to the browser and sends it to the page where
/// the person decides. Errors are told here, never by a redirect: wallets are not registered, and an address that nobody has
/// looked at yet gets no browser from us (RFC 9700, section 4.11.2).
/// </summary>
internal sealed class OpenAuthorization(GroupCommit<IssuerDb> writes, StoreAuthorization store, AuthorizationSecrets secrets, AuthorizationClock clock, IEnumerable<AuthorizationStep> steps)
{
    private readonly Dictionary<string, AuthorizationStep> byType = steps.ToDictionary(step => step.ConfigurationId);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/issuers/{slug}/authorize", AnswerAsync).RequireRateLimiting(nameof(TokenLimit)).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(string slug, HostedIssuers issuers, OpenAuthorization open, BrowserSession session, HttpContext context)
    {
        if (issuers.Find(slug) is not { } issuer)
            return Results.NotFound();
        var parameters = FormParameters.Parse(context.Request.QueryString.Value?.TrimStart('?') ?? "");
        if (!(await open.OpenAsync(issuer, parameters, session.GetOrStart(), context.RequestAborted)).TryGetValue(out var row, out var error))
            return Refuse(context, error);
        if (open.PageOf(row) is { } page)
            return new SeeOther(page);
        context.RefusePage(new StartAtTheTown());
        return Results.Empty;
    }

    private static IResult Refuse(HttpContext context, ProtocolError error)
    {
        Flows.Refused(error.Code, error.Clause, error.Detail);
        context.NeverStore();
        context.RefusePage(error.Code == AuthorizationErrors.InvalidRequestUri ? new RequestEnded() : new BrokenRequest());
        return Results.Empty;
    }

    private async Task<Checked<AuthorizationRow>> OpenAsync(HostedIssuer issuer, Checked<FormParameters> parsed, string browserSession, CancellationToken cancellationToken)
    {
        if (!parsed.TryGetValue(out var parameters, out var error))
            return error;
        var browser = BrowserHashes.Of(browserSession);
        if (parameters["request_uri"] is { } requestUri)
            return await OpenPushedAsync(issuer, requestUri, parameters["client_id"], browser, cancellationToken);
        if (!AuthorizationRequest.Parse(parameters, issuer.Id).TryGetValue(out var request, out error))
            return error;
        return await store.StoreAsync(issuer, request, new Sender(request.ClientId, Key: null, Wallet: null), new Arrival(Pushed: false, browser, clock.EndOfDecision), cancellationToken);
    }

    /// <summary>
    /// What was pushed, bound to this browser. It may be opened again until the person has decided, in this browser or another one: the
    /// latest counts. Other parameters than these two are ignored (RFC 9126, section 4).
    /// </summary>
    private async Task<Checked<AuthorizationRow>> OpenPushedAsync(HostedIssuer issuer, string requestUri, string? clientId, string browser, CancellationToken cancellationToken) =>
        secrets.FindByRequestUri(requestUri) is { } id
            ? await writes.RunAsync(database => OpenPushedAsync(database, id, clientId, browser), cancellationToken) is { } row && IsOf(issuer, row)
                ? row
                : Ended("The request_uri has expired, was used, or is another wallet's.")
            : Ended("The request_uri is unknown.");

    private async Task<AuthorizationRow?> OpenPushedAsync(IssuerDb database, Guid id, string? clientId, string browser)
    {
        var (key, now, end) = (id.ToString("D"), clock.Now.ToUnixTimeMilliseconds(), clock.EndOfDecision.ToUnixTimeMilliseconds());
        var opened = await database.Database.ExecuteSqlAsync(
            $"UPDATE authorizations SET browser_hash = {browser}, expires_at = {end} WHERE id = {key} AND client_id = {clientId} AND completed_at IS NULL AND expires_at > {now}");
        return opened == 0 ? null : await database.Authorizations.AsNoTracking().SingleAsync(row => row.Id == id);
    }

    private bool IsOf(HostedIssuer issuer, AuthorizationRow row) => issuer.Types.Any(type => type.ConfigurationId == row.ConfigurationId);

    /// <summary>To the offer that the wallet came with, else to the page of the module; null when neither is there.</summary>
    private string? PageOf(AuthorizationRow row)
    {
        if (row.IssuerState is not null)
            return OfferDecision.PageOf(row.Id);
        return byType.TryGetValue(row.ConfigurationId, out var step) ? $"{step.Page}?authorization={row.Id}" : null;
    }

    private static ProtocolError Ended(string detail) => new(AuthorizationErrors.InvalidRequestUri, "RFC 9126 §2.2, §4, §7.3", detail);
}
