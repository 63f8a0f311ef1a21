using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId;

/// <summary>Asks the wallet for the ID card: <c>POST /citizen-id/requests</c>.</summary>
internal sealed class StartIdentification(
    Presentations presentations, IDbContextFactory<CitizenIdDb> databases, IOptions<TownOptions> town, RandomSource random, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/citizen-id/requests", RespondAsync).LimitBody(4096).RequireRateLimiting(Presentations.RateLimit).ExcludeFromDescription();

    /// <summary>A new request of that browser, stored.</summary>
    /// <param name="browserSession">The browser's secret.</param>
    /// <param name="crossDevice">True when the wallet is on another device.</param>
    /// <param name="authorization">What a wallet asked through the authorization endpoint; null without one.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task<IdentificationRequest> ExecuteAsync(string browserSession, bool crossDevice, Guid? authorization, CancellationToken cancellationToken)
    {
        var id = random.NewId();
        var request = new IdentificationRequest
        {
            Id = id,
            BrowserHash = BrowserHashes.Of(browserSession),
            CrossDevice = crossDevice,
            Presentation = await presentations.StartAsync(Draft(id, browserSession, crossDevice, authorization), cancellationToken),
            AuthorizationId = authorization,
            CreatedAt = time.GetUtcNow(),
        };
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.Requests.Add(request);
        await database.SaveChangesAsync(cancellationToken);
        return request;
    }

    private PresentationDraft Draft(Guid id, string browserSession, bool crossDevice, Guid? authorization) => new(
        DcqlQuery.ForSdJwt(IdCard.QueryId, DemoIdCardType.Vct, IdCard.AskedClaims),
        CitizenIdTexts.InBoth(texts => texts.Purpose),
        IdentificationAddresses.Answer(id),
        browserSession,
        crossDevice,
        // The citizen ID goes to the wallet that asked for it, which need not be the one with the ID card.
        authorization is not null ? null : new AnnouncedOffer(IssuerIdentity.IdOf(town.Value, IssuerIdentity.TownSlug), [CitizenIds.ConfigurationId]));

    /// <summary>On the phone straight into the wallet, elsewhere to the page with the QR code.</summary>
    private static async Task<IResult> RespondAsync(
        [FromForm] string? device, [FromForm] Guid? authorization, HttpContext context, StartIdentification start, BrowserSession session, IOptions<TownOptions> town)
    {
        var crossDevice = DeviceChoice.IsOther(device, context);
        var request = await start.ExecuteAsync(session.GetOrStart(), crossDevice, authorization, context.RequestAborted);
        return new SeeOther(crossDevice ? IdentificationAddresses.Page(request.Id) : request.Presentation.WalletLink(town.Value, crossDevice: false));
    }
}
