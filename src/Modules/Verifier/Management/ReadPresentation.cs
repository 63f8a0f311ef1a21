using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Verifier.Answering;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Management;

/// <summary>GET <c>/management/v1/presentations/{id}</c>: state, and the result as long as it is kept. Only for presentations asked by this API: they have no way back.</summary>
internal sealed class ReadPresentation(IDbContextFactory<VerifierDb> databases, VerifierSecrets secrets, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder presentations) =>
        presentations.MapGet("/{id:guid}", (Guid id, HttpContext context, ReadPresentation read, CurrentLanguage language) => read.RespondAsync(id, context, language.Language))
            .WithSummary("Read the result of a presentation")
            .WithDescription("State, and what was shown. Results are deleted 2 minutes after the wallet answered.")
            .Produces<State>().ProducesProblem(StatusCodes.Status404NotFound);

    private async Task<IResult> RespondAsync(Guid id, HttpContext context, Language language)
    {
        context.NeverStore();
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        var presentation = await database.Presentations.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.AskedByApi, context.RequestAborted);
        return presentation is null ? context.Problem(new PresentationUnknown()) : Results.Json(Describe(presentation, language));
    }

    private State Describe(AskedPresentation presentation, Language language)
    {
        var refusal = presentation.Refusal?.ToRefusal();
        var text = refusal?.In(language);
        var error = presentation.Error is null ? null : JsonSerializer.Deserialize<ProtocolError>(presentation.Error);
        return new State(presentation.Id, NameOf(presentation), presentation.ExpiresAt)
        {
            Credentials = presentation.Result is null ? null : Credentials(presentation.Result),
            Refusal = refusal is null ? null : new Refused(refusal.Type, text!.Title, text.Sentence, error?.Code, error?.Clause),
        };
    }

    private Dictionary<string, Shown> Credentials(byte[] result) =>
        JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<PresentedCredential>>>(secrets.Open(result))!
            .ToDictionary(pair => pair.Key, pair => Describe(pair.Value));

    private static Shown Describe(IReadOnlyList<PresentedCredential> credentials) => new(credentials[0].Vct, credentials[0].IssuerName, credentials[0].Claims)
    {
        Further = credentials.Count == 1 ? null : [.. credentials.Skip(1).Select(credential => Describe([credential]))],
    };

    private string NameOf(AskedPresentation presentation) => presentation.State switch
    {
        AskedState.Waiting => time.GetUtcNow() < presentation.ExpiresAt ? "waiting" : "expired",
        AskedState.Refused => "refused",
        AskedState.Received when presentation.Result is not null => "received",
        _ => "forgotten",
    };

    /// <summary>A presentation.</summary>
    internal sealed record State(
        [property: JsonPropertyName("id")] Guid Id,
        [property: JsonPropertyName("state"), Description("waiting, received, refused, expired or forgotten (the result was deleted).")] string Name,
        [property: JsonPropertyName("expires_at")] DateTimeOffset ExpiresAt)
    {
        /// <summary>What was shown, by query id.</summary>
        [JsonPropertyName("credentials"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyDictionary<string, Shown>? Credentials { get; init; }

        /// <summary>Why nothing was accepted.</summary>
        [JsonPropertyName("refusal"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Refused? Refusal { get; init; }
    }

    /// <summary>A credential: type, issuer by the trust list, and only the claims asked for.</summary>
    internal sealed record Shown(
        [property: JsonPropertyName("vct")] string Vct, [property: JsonPropertyName("issuer")] string Issuer, [property: JsonPropertyName("claims")] JsonObject Claims)
    {
        /// <summary>The other credentials, where the query allowed several.</summary>
        [JsonPropertyName("further"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<Shown>? Further { get; init; }
    }

    /// <summary>A refusal with the broken rule behind it.</summary>
    internal sealed record Refused(
        [property: JsonPropertyName("type")] string Type,
        [property: JsonPropertyName("title")] string Title,
        [property: JsonPropertyName("detail")] string Detail,
        [property: JsonPropertyName("error")] string? ErrorCode,
        [property: JsonPropertyName("clause")] string? Clause);
}
