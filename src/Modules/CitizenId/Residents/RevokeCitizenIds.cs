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
/// Ends all copies of a resident's citizen ID, on every device: the phone was lost, somebody identified as this person, the person died or moved
/// away. <c>POST /management/v1/citizen-ids/revocations</c>. The person can get a new one, as at the beginning.
/// </summary>
internal sealed class RevokeCitizenIds(IDbContextFactory<CitizenIdDb> databases, CredentialStatuses statuses, AuditTrail audit)
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/management/v1/citizen-ids/revocations", RespondAsync)
        .RequireManagementKey()
        .LimitBody(4096)
        .WithName("RevokeCitizenIds")
        .WithTags("Citizen ID")
        .WithSummary("Revoke a resident's citizen ID on every device")
        .WithDescription("Ends all copies and open offers; verifiers learn of it within a minute. The person can get a new one. Harmless when repeated.")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> RespondAsync(Whose whose, HttpContext context, RevokeCitizenIds revoke) =>
        await revoke.ExecuteAsync(whose.ResidentId, context.RequestAborted) is { } refusal ? context.Problem(refusal) : Results.NoContent();

    /// <summary>Null when nothing of this person is valid any more; otherwise why nothing was done.</summary>
    private async Task<Refusal?> ExecuteAsync(string? residentId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.References.AsNoTracking().SingleOrDefaultAsync(reference => reference.ResidentId == residentId, cancellationToken) is not { } reference)
            return new NoCitizenId();

        // Whoever has the lost phone has its browser too, and would open a new offer on the page of an old request.
        await database.Requests.Where(request => request.ResidentId == residentId).ExecuteDeleteAsync(cancellationToken);
        audit.Add(database, Actors.Management, "citizen-ids-revoked", ResidentClaims.SubjectOf(reference.Reference));
        await database.SaveChangesAsync(cancellationToken);
        await statuses.RevokeAsync(ResidentClaims.SubjectOf(reference.Reference), cancellationToken);
        return null;
    }

    /// <summary>Whose.</summary>
    /// <param name="ResidentId">The register's key.</param>
    internal sealed record Whose([property: JsonPropertyName("resident_id")] string? ResidentId);
}
