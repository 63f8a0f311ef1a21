using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>A clerk asks the citizen back; the question stands on the page of the application: <c>POST /office/cases/{id}/question</c>.</summary>
internal sealed class AskCitizen(ChangeCase change)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(CaseAddresses.Question("{id:guid}"), RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(16_384).ExcludeFromDescription();

    /// <summary>Asks; a new question takes the place of the last one.</summary>
    public async Task<Outcome<PermitApplication>> ExecuteAsync(Guid id, CaseClaim clerk, string? question, CancellationToken cancellationToken)
    {
        if (CaseQuestion.Words(question) is not { } words)
            return new CaseNeedsWords();

        return await change.ExecuteAsync(id, clerk, "citizen-asked", (_, application) =>
        {
            application.Question = new CaseQuestion(words, clerk.Since).Write();
            return null;
        }, cancellationToken);
    }

    private static async Task<IResult> RespondAsync(Guid id, [FromForm] string? question, HttpContext context, AskCitizen ask, CaseClerk clerk)
    {
        var outcome = await ask.ExecuteAsync(id, clerk.Now, question, context.RequestAborted);
        return CaseAddresses.Onwards(id, outcome.Refusal);
    }
}
