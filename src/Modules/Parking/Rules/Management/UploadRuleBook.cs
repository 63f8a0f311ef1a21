using System.ComponentModel;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Rules.Management;

/// <summary>POST <c>/management/v1/rule-books?reason=…</c>: hands in a whole book as a draft. A clerk puts it in force, no program does.</summary>
internal sealed class UploadRuleBook(DraftRuleBook draft, ListRuleBooks books, TownRules rules, TownCalendar calendar)
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("", RespondAsync)
            .LimitBody(RuleBook.MostBytes)
            .Accepts<RuleBook>("application/json")
            .WithSummary("Hand in a rule book")
            .WithDescription("Stores the book as a draft; in the office a clerk looks at the preview and puts it in force.")
            .Produces<Listed>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> RespondAsync(
        [FromQuery(Name = "reason"), Description("Why the rules change; at most 500 characters.")] string? reason, HttpContext context, UploadRuleBook upload)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        var outcome = await upload.StoreAsync(await body.ReadToEndAsync(context.RequestAborted), reason, context.RequestAborted);
        return outcome.Match(version => Results.Created($"/management/v1/rule-books/{version.Number}", Listed.Of(version)), context.Problem);
    }

    private async Task<Outcome<RuleBookVersion>> StoreAsync(string json, string? reason, CancellationToken cancellationToken)
    {
        if (!RuleBook.Read(json, rules.Ags).Succeeded(out var book, out var refusal))
            return refusal;

        var basedOn = await books.NumberOnAsync(calendar.Today, cancellationToken);
        return await draft.ExecuteAsync(book, basedOn, reason, Actors.Management, cancellationToken);
    }
}
