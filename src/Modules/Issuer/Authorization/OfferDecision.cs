using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Offers;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Issuer.Authorization;

/// <summary>What a person is asked whose wallet came with an offer.</summary>
/// <param name="Authorization">Which wallet asks.</param>
/// <param name="Type">For what.</param>
/// <param name="CodeLength">Digits of the code that the person was told; null when there is none.</param>
internal sealed record OfferQuestion(WaitingAuthorization Authorization, CredentialType Type, int? CodeLength);

/// <summary>
/// The decision of a person whose wallet came with an offer (`issuer_state`, OpenID4VCI 1.0, section 5.1.3). The town has said already
/// who may have it, so that yes or no is all that is left, and the transaction code where one was told.
/// </summary>
internal sealed class OfferDecision(
    IDbContextFactory<IssuerDb> databases, GroupCommit<IssuerDb> writes, OfferTypes types, OfferSecrets secrets, TransactionCodes codes, Authorizations authorizations)
{
    public static string PageOf(Guid authorization) => $"/authorizations/{authorization}";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/authorizations/{id:guid}/grant", AnswerGrantAsync).LimitBody(4096).RequireRateLimiting(nameof(TokenLimit)).ExcludeFromDescription();
        endpoints.MapPost("/authorizations/{id:guid}/refuse", AnswerRefusalAsync).LimitBody(4096).ExcludeFromDescription();
    }

    /// <summary>The question for this browser; refused when nothing waits here, or the offer is gone.</summary>
    public async Task<Outcome<OfferQuestion>> AskAsync(Guid id, string? browserSession, CancellationToken cancellationToken)
    {
        if (await authorizations.FindAsync(id, browserSession, cancellationToken) is not { } waiting)
            return new RequestEnded();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await FindOfferAsync(database, id) is ({ } offer, { } type) ? new OfferQuestion(waiting, type, offer.TransactionCodeLength) : new OfferGone();
    }

    /// <summary>The person says yes: the page that leads back to the wallet.</summary>
    public async Task<Outcome<string>> GrantAsync(Guid id, string? transactionCode, string? browserSession, CancellationToken cancellationToken)
    {
        if (await authorizations.FindAsync(id, browserSession, cancellationToken) is null)
            return new RequestEnded();
        var checkedOffer = await writes.RunAsync(database => CheckAsync(database, id, transactionCode), cancellationToken);
        if (!checkedOffer.Succeeded(out var offer, out var refusal))
            return refusal;
        return await authorizations.DecideAsync(id, browserSession, offer, cancellationToken) is { } back ? back : new RequestEnded();
    }

    private static async Task<IResult> AnswerGrantAsync(
        Guid id, [FromForm(Name = "transaction_code")] string? transactionCode, OfferDecision decision, BrowserSession session, HttpContext context)
    {
        var outcome = await decision.GrantAsync(id, string.IsNullOrWhiteSpace(transactionCode) ? null : transactionCode.Trim(), session.Existing, context.RequestAborted);
        return outcome.Match<IResult>(
            back => new SeeOther(back),
            refusal => refusal is WrongTransactionCode ? new SeeOther($"{PageOf(id)}?wrong=true") : context.Problem(refusal));
    }

    private static async Task<IResult> AnswerRefusalAsync(Guid id, Authorizations authorizations, BrowserSession session, HttpContext context) =>
        await authorizations.RefuseAsync(id, session.Existing, context.RequestAborted) is { } back ? new SeeOther(back) : context.Problem(new RequestEnded());

    private async Task<Outcome<Guid>> CheckAsync(IssuerDb database, Guid id, string? transactionCode)
    {
        if (await FindOfferAsync(database, id) is not ({ } offer, not null))
            return new OfferGone();
        return await codes.CheckAsync(database, offer, transactionCode) is null ? offer.Id : new WrongTransactionCode();
    }

    /// <summary>The open offer that the wallet named, when it is of the type that it asks for: anybody may have written the name.</summary>
    private async Task<(OfferRow? Offer, CredentialType? Type)> FindOfferAsync(IssuerDb database, Guid id)
    {
        var row = await database.Authorizations.AsNoTracking().SingleOrDefaultAsync(stored => stored.Id == id);
        if (row?.IssuerState is not { } state)
            return default;
        var hashes = secrets.Fingerprints(state);
        var offer = await database.Offers.AsNoTracking().SingleOrDefaultAsync(stored => hashes.Contains(stored.ReferenceHash) && stored.ConfigurationId == row.ConfigurationId);
        return (offer, offer is null ? null : types.OfOpen(offer));
    }
}
