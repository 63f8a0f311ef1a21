using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Rules.Management;

/// <summary>GET <c>/management/v1/rule-books</c> and <c>…/{number}</c>: the versions of the town's rules, and one of them as JSON.</summary>
internal static class DownloadRuleBook
{
    public static void Map(IEndpointRouteBuilder books)
    {
        books.MapGet("", ListAsync)
            .WithSummary("List the versions of the rule book")
            .WithDescription("Newest first. Version 0, the shipped facts, is not in the list.")
            .Produces<Listed[]>();
        books.MapGet("/{number:int}", ReadAsync)
            .WithSummary("Read a version of the rule book")
            .WithDescription("The whole book as JSON, as POST takes it; version 0 holds the shipped facts.")
            .Produces<RuleBook>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(ListRuleBooks books, CancellationToken cancellationToken) =>
        Results.Json((await books.ReadAsync(cancellationToken)).Select(Listed.Of));

    private static async Task<IResult> ReadAsync(int number, HttpContext context, ListRuleBooks books) =>
        (await books.ReadBookAsync(number, context.RequestAborted)).Match(book => Results.Text(book.Write(), "application/json"), context.Problem);
}

/// <summary>A version of the rule book.</summary>
internal sealed record Listed(
    [property: JsonPropertyName("number")] int Number,
    [property: JsonPropertyName("checksum"), Description("The beginning of the SHA-256 of its text; decisions name it.")] string Checksum,
    [property: JsonPropertyName("based_on")] int BasedOn,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("author")] string Author,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("valid_from"), Description("Null while it is a draft.")] DateOnly? ValidFrom,
    [property: JsonPropertyName("adopted_by")] string? AdoptedBy)
{
    public static Listed Of(RuleBookVersion version) => new(
        version.Number, version.Checksum, version.BasedOn, version.Reason, version.Author, version.CreatedAt, version.ValidFrom, version.AdoptedBy);
}
