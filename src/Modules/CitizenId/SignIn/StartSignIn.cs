using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId.SignIn;

/// <summary>Asks the wallet who signs in: <c>POST /account/sign-in/citizen-id</c>.</summary>
internal sealed class StartSignIn(
    ShownCitizenIds citizenIds, IDbContextFactory<CitizenIdDb> databases, IEnumerable<SignInPurpose> purposes, RandomSource random, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(SignInAddresses.Start, RespondAsync).LimitBody(8192).RequireRateLimiting(Presentations.RateLimit).ExcludeFromDescription();

    /// <summary>A new question of that browser, stored. Of this town's citizen ID it asks for one claim: the reference by which the town knows the person.</summary>
    public async Task<SignInRequest> ExecuteAsync(string browserSession, bool crossDevice, string returnPath, CancellationToken cancellationToken)
    {
        var id = random.NewId();
        var purpose = purposes.Where(purpose => purpose.Covers(returnPath)).MaxBy(purpose => purpose.Path.Length)?.Words ?? SignInTexts.GeneralPurpose;
        var signIn = new SignInRequest
        {
            Id = id,
            BrowserHash = BrowserHashes.Of(browserSession),
            CrossDevice = crossDevice,
            ReturnPath = returnPath,
            Presentation = await citizenIds.AskAsync(purpose, SignInAddresses.Answer(id), browserSession, crossDevice, announced: null, cancellationToken),
            CreatedAt = time.GetUtcNow(),
        };
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.SignIns.Add(signIn);
        await database.SaveChangesAsync(cancellationToken);
        return signIn;
    }

    /// <summary>On the phone straight into the wallet, elsewhere to the page with the QR code.</summary>
    private static async Task<IResult> RespondAsync(
        [FromForm] string? device, [FromForm] string? returnUrl, HttpContext context, StartSignIn start, BrowserSession session, IOptions<TownOptions> town)
    {
        var crossDevice = DeviceChoice.IsOther(device, context);
        var signIn = await start.ExecuteAsync(session.GetOrStart(), crossDevice, ReturnPath.Of(returnUrl), context.RequestAborted);
        return new SeeOther(crossDevice ? SignInAddresses.Page(signIn.Id) : signIn.Presentation.WalletLink(town.Value, crossDevice: false));
    }
}
