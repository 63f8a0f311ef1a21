using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Web;
using Modellstadt.Messages;

namespace Modellstadt.Parking.Letters;

/// <summary>The decision for paper: <c>GET /permit/applications/{id}/decision.pdf</c>.</summary>
internal static class PrintDecision
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/permit/applications/{id:guid}/decision.pdf", RespondAsync).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(Guid id, HttpContext context, ReadDecision read, CurrentLanguage language)
    {
        context.NeverStore();
        return await read.ExecuteAsync(id, language.Language, context.RequestAborted) is { } letter
            ? Results.File(LetterPdf.Of(letter), "application/pdf", $"{letter.Reference}.pdf")
            : context.Problem(new DecisionNotFound());
    }
}
