using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.CitizenId;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Storage;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Changes.SignIn;

/// <summary>Asks the wallet whose permit it is about: <c>POST /permit/mine/sign-in</c>.</summary>
internal sealed class StartSignIn(Presentations presentations, IDbContextFactory<ParkingDb> databases, IOptions<TownOptions> town, RandomSource random, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(HolderAddresses.SignIn, RespondAsync).LimitBody(4096).RequireRateLimiting(Presentations.RateLimit).ExcludeFromDescription();

    /// <summary>A new question of that browser, stored. It asks for one claim: the reference by which this town knows the person.</summary>
    public async Task<HolderSignIn> ExecuteAsync(string browserSession, bool crossDevice, CancellationToken cancellationToken)
    {
        var id = random.NewId();
        var draft = new PresentationDraft(
            CitizenIds.QueryFor(CitizenIds.ReferenceClaim), HolderTexts.SignInPurpose, HolderAddresses.SignInAnswer(id), browserSession, crossDevice);
        var signIn = new HolderSignIn
        {
            Id = id,
            Ags = town.Value.Ags,
            BrowserHash = BrowserHashes.Of(browserSession),
            CrossDevice = crossDevice,
            Presentation = await presentations.StartAsync(draft, cancellationToken),
            CreatedAt = time.GetUtcNow(),
        };
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.HolderSignIns.Add(signIn);
        await database.SaveChangesAsync(cancellationToken);
        return signIn;
    }

    /// <summary>On the phone straight into the wallet, elsewhere to the page with the QR code.</summary>
    private static async Task<IResult> RespondAsync([FromForm] string? device, HttpContext context, StartSignIn start, BrowserSession session, IOptions<TownOptions> town)
    {
        var crossDevice = DeviceChoice.IsOther(device, context);
        var signIn = await start.ExecuteAsync(session.GetOrStart(), crossDevice, context.RequestAborted);
        return new SeeOther(crossDevice ? HolderAddresses.SignInPage(signIn.Id) : signIn.Presentation.WalletLink(town.Value, crossDevice: false));
    }
}
