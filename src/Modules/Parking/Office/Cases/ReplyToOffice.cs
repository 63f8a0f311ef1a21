using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>The citizen answers a question of the office: <c>POST /permit/applications/{id}/reply</c>.</summary>
internal sealed class ReplyToOffice(IDbContextFactory<ParkingDb> databases, ApplicationJournal journal, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/permit/applications/{id:guid}/reply", RespondAsync).LimitBody(16_384).ExcludeFromDescription();

    /// <summary>Stores the answer of this browser to the open question once; anything else changes nothing.</summary>
    /// <returns>False when the answer is too short or too long.</returns>
    public async Task<bool> ExecuteAsync(Guid id, string? answer, string? browserSession, CancellationToken cancellationToken)
    {
        if (CaseQuestion.Words(answer) is not { } words)
            return false;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.SingleOrDefaultAsync(application => application.Id == id, cancellationToken);
        if (application is not { State: ApplicationState.WaitingForClerk } || !application.BelongsTo(browserSession) || CaseQuestion.Of(application) is not { Answer: null } question)
            return true;

        application.Question = (question with { Answer = words, AnsweredAt = time.GetUtcNow() }).Write();
        journal.Add(database, application, Actors.Citizen, "citizen-replied");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The clerk did something in the same moment, or the button was pressed twice: the page shows what holds.
        }

        return true;
    }

    private static async Task<IResult> RespondAsync(Guid id, [FromForm] string? answer, HttpContext context, ReplyToOffice reply, BrowserSession session) =>
        new SeeOther(ApplicationAddresses.Page(id) + (await reply.ExecuteAsync(id, answer, session.Existing, context.RequestAborted) ? "" : "?reply=empty"));
}
