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
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
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
        if (question.Query is null || !DcqlQuery.Parse(question.Query).TryGetValue(out var query, out _) || !IsUsable(question.Purpose))
            return context.Problem(new QueryUnusable());
        if (!PolicyOf(question).Succeeded(out var policy, out var refusal))
            return context.Problem(refusal);
        if (start.Check(query, policy) is { } unusable)
            return context.Problem(unusable);
        // No browser belongs to it: a session nobody knows keeps the way back shut, and the wallet gets no link.
        var draft = new PresentationDraft(
            query, new LocalizedText(question.Purpose.German, question.Purpose.English), ReturnPath: "/", random.NewSecret(), CrossDevice: true) { Policy = policy };
        var started = await start.ExecuteAsync(draft, context.RequestAborted, askedByApi: true);
        var asked = new Asked(started.Id, started.RequestUri, started.WalletLink(town.Value, crossDevice: true), TypedCode.Show(started.Code), started.ExpiresAt);
        return Results.Created($"/management/v1/presentations/{started.Id}", asked);
    }

    private static Outcome<AskingPolicy> PolicyOf(Question question)
    {
        if (question.ResponseMode is not (null or "direct_post.jwt" or "direct_post"))
            return new ResponseModeUnusable();
        var transactions = new List<Transaction>();
        foreach (var entry in question.Transactions ?? [])
        {
            if (ReadTransaction(entry) is not { } transaction)
                return new TransactionUnusable();
            transactions.Add(transaction);
        }

        return new AskingPolicy
        {
            ClientIdPrefix = question.ClientIdPrefix ?? ClientIdentifier.X509Hash,
            AnswersInTheClear = question.ResponseMode == "direct_post",
            RequiresStatus = question.RequiresStatus,
            Transactions = transactions,
        };
    }

    /// <summary>The type, the credentials that authorise, and the members of the type; whether they fit is checked with the question.</summary>
    private static Transaction? ReadTransaction(JsonObject? entry)
    {
        if (entry?.Text("type") is not { } type || entry["credential_ids"] is not JsonArray ids || !ids.All(id => id.IsText(out _)))
            return null;
        var members = entry.Where(member => member.Key is not ("type" or "credential_ids")).ToArray();
        return members.All(member => member.Value.IsText(out _))
            ? Transaction.Create(type, [.. ids.Select(id => id!.GetValue<string>())], members.Select(member => KeyValuePair.Create(member.Key, member.Value!.GetValue<string>())))
            : null;
    }

    private static bool IsUsable([NotNullWhen(true)] Purpose? purpose) =>
        purpose is { German.Length: > 0 and <= MaxPurposeLength, English.Length: > 0 and <= MaxPurposeLength };

    /// <summary>What is asked.</summary>
    internal sealed record Question(
        [property: JsonPropertyName("dcql_query"), Description("DCQL query for SD-JWT credentials and mdocs (OpenID4VP 1.0, section 6).")] JsonObject? Query,
        [property: Description("Why it is asked; the wallet shows it.")] Purpose? Purpose)
    {
        /// <summary>Under which kind of name the town asks.</summary>
        [JsonPropertyName("client_id_prefix"), Description("x509_hash (default), x509_san_dns, verifier_attestation, or redirect_uri: unsigned and in the link itself.")]
        public string? ClientIdPrefix { get; init; }

        /// <summary>How the wallet answers.</summary>
        [JsonPropertyName("response_mode"), Description("direct_post.jwt (default, encrypted) or direct_post.")]
        public string? ResponseMode { get; init; }

        /// <summary>Whether credentials without a status count.</summary>
        [JsonPropertyName("require_status"), Description("True when a credential that names no status list is refused.")]
        public bool RequiresStatus { get; init; }

        /// <summary>What the person declares with the answer.</summary>
        [JsonPropertyName("transaction_data"), Description("Declarations: type urn:modellstadt:transaction:declaration:1, credential_ids, statement_de, statement_en.")]
        public IReadOnlyList<JsonObject?>? Transactions { get; init; }
    }

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
