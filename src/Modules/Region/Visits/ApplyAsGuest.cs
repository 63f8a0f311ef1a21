using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Storage;
using Modellstadt.Verifier;

namespace Modellstadt.Region.Visits;

/// <summary>A guest applies for the DEMO permit: the wallet is asked for the DEMO citizen ID. <c>POST /guest/at/{id}/application</c>.</summary>
internal sealed class ApplyAsGuest(IDbContextFactory<RegionDb> databases, ReadGuest guests, Presentations presentations, IOptions<TownOptions> town)
{
    private const int LargestForm = 4096;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(VisitAddresses.Door + "/at/{id:guid}/application", RespondAsync)
        .LimitBody(LargestForm).RequireRateLimiting(Presentations.RateLimit).ExcludeFromDescription();

    /// <summary>The link into the wallet on the same phone. Who has applied before is led back to the page.</summary>
    public async Task<Outcome<string>> ExecuteAsync(Guid id, string? browserSession, CancellationToken cancellationToken)
    {
        if (await guests.FindAsync(id, browserSession, cancellationToken) is not { } found)
            return new NoSuchGuest();
        if (found.Guest.Step >= GuestStep.Applied)
            return VisitAddresses.Guest(id);

        var question = await presentations.StartAsync(
            new PresentationDraft(
                VisitCredentials.Question, new LocalizedText(VisitTexts.For(Language.German).Purpose, VisitTexts.For(Language.English).Purpose),
                VisitAddresses.Answer(id), browserSession!, CrossDevice: false, VisitCredentials.Announced(town.Value)),
            cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.VisitGuests.Where(guest => guest.Id == id).ExecuteUpdateAsync(
            guest => guest.SetProperty(row => row.Presentation, question.Id).SetProperty(row => row.Refusal, (string?)null), cancellationToken);
        return question.WalletLink(town.Value, crossDevice: false);
    }

    private static async Task<IResult> RespondAsync(Guid id, IFormCollection form, HttpContext context, ApplyAsGuest apply, BrowserSession session) =>
        (await apply.ExecuteAsync(id, session.Existing, context.RequestAborted)).Match<IResult>(link => new SeeOther(link), context.Problem);
}
