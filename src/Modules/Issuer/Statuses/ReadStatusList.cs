using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Issuer.Statuses;

/// <summary>
/// Serves status list tokens (Token Status List, section 8.1) as JWT or CWT: the same bytes for everybody who wants the same format,
/// without entity tags that could tell callers apart. What a list said in the past is not told (section 8.4): it would show when somebody was suspended.
/// </summary>
internal static class ReadStatusList
{
    private const string Jwt = "application/" + StatusListToken.Type;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/issuers/{slug}/status-lists/{number:int}", AnswerAsync).OpenToWallets();

    private static async Task<IResult> AnswerAsync(string slug, int number, PublishedStatusLists lists, IOptions<IssuerOptions> options, HttpContext context)
    {
        if (context.Request.Query.ContainsKey("time"))
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        if (await lists.ReadAsync(slug, number, context.RequestAborted) is not { } list)
            return Results.NotFound();

        context.Response.Headers.Vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptEncoding}";
        if (WantedOf(context.Request.GetTypedHeaders().Accept) is not { } wanted)
            return Results.StatusCode(StatusCodes.Status406NotAcceptable);
        context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = options.Value.StatusListTtl };
        if (wanted == StatusListCwt.Type)
            return Results.Bytes(list.Cwt, StatusListCwt.Type);
        var compressed = context.Request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip" && coding.Quality is null or > 0);
        if (compressed)
            context.Response.Headers.ContentEncoding = "gzip";
        return Results.Bytes(compressed ? list.Gzip : list.Plain, Jwt);
    }

    /// <summary>The format a caller likes best, JWT where it does not matter; null when it takes neither (RFC 9110, section 12.5.1).</summary>
    private static string? WantedOf(IList<MediaTypeHeaderValue> accepted)
    {
        if (accepted.Count == 0)
            return Jwt;
        var (jwt, cwt) = (QualityOf(Jwt, accepted), QualityOf(StatusListCwt.Type, accepted));
        return (jwt, cwt) is (0, 0) ? null : jwt >= cwt ? Jwt : StatusListCwt.Type;
    }

    /// <summary>The quality of the most specific range that a type belongs to; 0 when it belongs to none.</summary>
    private static double QualityOf(string type, IList<MediaTypeHeaderValue> accepted) => accepted
        .Where(range => new MediaTypeHeaderValue(type).IsSubsetOf(new MediaTypeHeaderValue(range.MediaType)))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();
}
