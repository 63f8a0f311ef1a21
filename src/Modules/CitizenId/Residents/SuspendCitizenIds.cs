using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;

namespace Modellstadt.CitizenId;

/// <summary>
/// Suspends all copies of a resident's citizen ID, on every device, and ends the suspension: a phone that may turn up again, a doubt about
/// the person that is being looked into. <c>POST /management/v1/citizen-ids/suspensions</c> and <c>…/resumptions</c>.
/// </summary>
internal sealed class SuspendCitizenIds(IDbContextFactory<CitizenIdDb> databases, CredentialStatuses statuses, AuditTrail audit)
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Describe(endpoints.MapPost("/management/v1/citizen-ids/suspensions", RespondToSuspensionAsync))
            .WithName("SuspendCitizenIds")
            .WithSummary("Suspend a resident's citizen ID on every device")
            .WithDescription("No copy counts until the suspension is ended, and none is issued; verifiers learn of it within a minute. Harmless when repeated.");
        Describe(endpoints.MapPost("/management/v1/citizen-ids/resumptions", RespondToResumptionAsync))
            .WithName("ResumeCitizenIds")
            .WithSummary("End the suspension of a resident's citizen ID")
            .WithDescription("The copies count again, except those that were revoked meanwhile. Harmless when repeated.");
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint) => endpoint
        .RequireManagementKey()
        .LimitBody(4096)
        .WithTags("Citizen ID")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> RespondToSuspensionAsync(Whose whose, HttpContext context, SuspendCitizenIds suspension) =>
        Answer(context, await suspension.SuspendAsync(whose.ResidentId, context.RequestAborted));

    private static async Task<IResult> RespondToResumptionAsync(Whose whose, HttpContext context, SuspendCitizenIds suspension) =>
        Answer(context, await suspension.ResumeAsync(whose.ResidentId, context.RequestAborted));

    private static IResult Answer(HttpContext context, Refusal? refusal) => refusal is null ? Results.NoContent() : context.Problem(refusal);

    private Task<Refusal?> SuspendAsync(string? residentId, CancellationToken cancellationToken) =>
        ChangeAsync(residentId, "citizen-ids-suspended", statuses.SuspendAsync, cancellationToken);

    private Task<Refusal?> ResumeAsync(string? residentId, CancellationToken cancellationToken) =>
        ChangeAsync(residentId, "citizen-ids-resumed", statuses.ResumeAsync, cancellationToken);

    /// <summary>Null when it is done; otherwise why nothing was changed.</summary>
    private async Task<Refusal?> ChangeAsync(string? residentId, string what, Func<string, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.References.AsNoTracking().SingleOrDefaultAsync(reference => reference.ResidentId == residentId, cancellationToken) is not { } reference)
            return new NoCitizenId();

        var subject = ResidentClaims.SubjectOf(reference.Reference);
        audit.Add(database, Actors.Management, what, subject);
        await database.SaveChangesAsync(cancellationToken);
        await change(subject, cancellationToken);
        return null;
    }

    /// <summary>Whose.</summary>
    /// <param name="ResidentId">The register's key.</param>
    internal sealed record Whose([property: JsonPropertyName("resident_id")] string? ResidentId);
}
