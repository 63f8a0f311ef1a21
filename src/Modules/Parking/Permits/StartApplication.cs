using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.CitizenId;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Storage;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Permits;

/// <summary>Begins an application and asks the wallet for the citizen ID: <c>POST /permit/applications</c>.</summary>
internal sealed class StartApplication(
    ShownCitizenIds citizenIds, IDbContextFactory<ParkingDb> databases, IOptions<TownOptions> town, ApplicationJournal journal, RandomSource random, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/permit/applications", RespondAsync).LimitBody(4096).RequireRateLimiting(Presentations.RateLimit).ExcludeFromDescription();

    /// <summary>A new application of that browser, stored.</summary>
    public async Task<PermitApplication> ExecuteAsync(string browserSession, bool crossDevice, CancellationToken cancellationToken)
    {
        var id = random.NewId();
        var application = new PermitApplication
        {
            Id = id,
            Ags = town.Value.Ags,
            BrowserHash = BrowserHashes.Of(browserSession),
            CrossDevice = crossDevice,
            Presentation = await AskAsync(id, browserSession, crossDevice, cancellationToken),
            CreatedAt = time.GetUtcNow(),
        };
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.Applications.Add(application);
        journal.Add(database, application, Actors.Citizen, "application-started");
        await database.SaveChangesAsync(cancellationToken);
        return application;
    }

    /// <summary>Asks who it is: name, address and vehicles the town reads in its own registers.</summary>
    private Task<StartedPresentation> AskAsync(Guid id, string browserSession, bool crossDevice, CancellationToken cancellationToken) => citizenIds.AskAsync(
        ParkingTexts.Purpose,
        ApplicationAddresses.Answer(id),
        browserSession,
        crossDevice,
        new AnnouncedOffer(IssuerIdentity.IdOf(town.Value, IssuerIdentity.TownSlug), [PermitCredential.ConfigurationId]),
        cancellationToken);

    /// <summary>On the phone straight into the wallet, elsewhere to the page with the QR code.</summary>
    private static async Task<IResult> RespondAsync(
        [FromForm] string? device, HttpContext context, StartApplication start, BrowserSession session, IOptions<TownOptions> town)
    {
        var crossDevice = DeviceChoice.IsOther(device, context);
        var application = await start.ExecuteAsync(session.GetOrStart(), crossDevice, context.RequestAborted);
        return new SeeOther(crossDevice ? ApplicationAddresses.Page(application.Id) : application.Presentation!.WalletLink(town.Value, crossDevice: false));
    }
}
