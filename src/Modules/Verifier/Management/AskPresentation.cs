using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Verifier.Asking;

namespace Modellstadt.Verifier.Management;

/// <summary>POST <c>/management/v1/presentations</c>: lets another system of the town ask wallets.</summary>
internal sealed class AskPresentation(StartPresentation start, IOptions<TownOptions> town, RandomSource random)
{
    private const int MaxPurposeLength = 300;

    public static void Map(IEndpointRouteBuilder presentations) =>
        presentations.MapPost("", (Question question, HttpContext context, AskPresentation ask) => ask.RespondAsync(question, context))
            .WithSummary("Ask a wallet")
            .WithDescription("Starts a presentation. Show wallet_uri as a link or QR code, or the code; then ask for the result.")
            .Produces<Asked>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest);

    private async Task<IResult> RespondAsync(Question question, HttpContext context)
    {
        if (question.Query is null || !DcqlQuery.Parse(question.Query).TryGetValue(out var query, out _) || !StartPresentation.CanAsk(query) || !IsUsable(question.Purpose))
            return context.Problem(new QueryUnusable());
        // No browser belongs to it: a session nobody knows keeps the way back shut, and the wallet gets no link.
        var draft = new PresentationDraft(
            query, new LocalizedText(question.Purpose.German, question.Purpose.English), ReturnPath: "/", random.NewSecret(), CrossDevice: true);
        var started = await start.ExecuteAsync(draft, context.RequestAborted, askedByApi: true);
        var asked = new Asked(started.Id, started.RequestUri, started.WalletLink(town.Value, crossDevice: true), TypedCode.Show(started.Code), started.ExpiresAt);
        return Results.Created($"/management/v1/presentations/{started.Id}", asked);
    }

    private static bool IsUsable([NotNullWhen(true)] Purpose? purpose) =>
        purpose is { German.Length: > 0 and <= MaxPurposeLength, English.Length: > 0 and <= MaxPurposeLength };

    /// <summary>What is asked.</summary>
    internal sealed record Question(
        [property: JsonPropertyName("dcql_query"), Description("DCQL query for SD-JWT credentials (OpenID4VP 1.0, section 6).")] JsonObject? Query,
        [property: Description("Why it is asked; the wallet shows it.")] Purpose? Purpose);

    /// <summary>A purpose in both languages.</summary>
    internal sealed record Purpose([property: JsonPropertyName("de")] string German, [property: JsonPropertyName("en")] string English);

    /// <summary>Where wallets find the question.</summary>
    internal sealed record Asked(
        [property: JsonPropertyName("id")] Guid Id,
        [property: JsonPropertyName("wallet_uri"), Description("For any wallet: a link or QR code.")] string WalletUri,
        [property: JsonPropertyName("town_wallet_uri"), Description("For the town's own wallet.")] string TownWalletUri,
        [property: JsonPropertyName("code"), Description("To type into the town's own wallet.")] string Code,
        [property: JsonPropertyName("expires_at")] DateTimeOffset ExpiresAt);
}
