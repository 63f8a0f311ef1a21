using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Privacy;

/// <summary>A clerk says what became of a correction: <c>POST /office/privacy/corrections/{id}</c>.</summary>
internal sealed class AnswerCorrection(IDbContextFactory<ParkingDb> databases, TownRules rules, AuditTrail trail, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/office/privacy/corrections/{id:guid}", RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(16_384).ExcludeFromDescription();

    /// <summary>Stores the answer; whoever comes second leaves the first one's answer standing.</summary>
    public async Task<Outcome<Correction>> ExecuteAsync(Guid id, string? answer, Guid clerk, CancellationToken cancellationToken)
    {
        if (answer?.Trim() is not { Length: > 0 and <= Correction.LongestWords } said)
            return new CorrectionNeedsWords();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Corrections.SingleOrDefaultAsync(one => one.Id == id && one.Ags == rules.Ags, cancellationToken) is not { } correction)
            return new CorrectionNotFound();
        if (correction.AnsweredAt is not null)
            return correction;

        (correction.Answer, correction.AnsweredAt, correction.AnsweredBy) = (said, time.GetUtcNow(), Actors.Staff(clerk));
        trail.Add(database, Actors.Staff(clerk), "correction-answered", AskForCorrection.SubjectOf(id));
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another clerk answered in the same moment.
        }

        return correction;
    }

    private static async Task<IResult> RespondAsync(Guid id, [FromForm] string? answer, HttpContext context, AnswerCorrection answering, CurrentStaff clerk)
    {
        var outcome = await answering.ExecuteAsync(id, answer, clerk.Id!.Value, context.RequestAborted);
        return outcome.Match<IResult>(_ => new SeeOther("/office/privacy"), refusal => context.Problem(refusal));
    }
}
