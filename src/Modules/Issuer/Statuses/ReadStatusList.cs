using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Issuer.Statuses;

/// <summary>
/// Serves status list tokens (Token Status List, section 8.1): the same bytes for everybody, without entity tags that could tell
/// callers apart. What a list said in the past is not told (section 8.4): it would show when somebody was suspended.
/// </summary>
internal static class ReadStatusList
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/issuers/{slug}/status-lists/{number:int}", AnswerAsync).OpenToWallets();

    private static async Task<IResult> AnswerAsync(string slug, int number, PublishedStatusLists lists, IOptions<IssuerOptions> options, HttpContext context)
    {
        if (context.Request.Query.ContainsKey("time"))
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        if (await lists.ReadAsync(slug, number, context.RequestAborted) is not { } list)
            return Results.NotFound();

        context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = options.Value.StatusListTtl };
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var compressed = context.Request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip" && coding.Quality is null or > 0);
        if (compressed)
            context.Response.Headers.ContentEncoding = "gzip";
        return Results.Bytes(compressed ? list.Gzip : list.Plain, $"application/{StatusListToken.Type}");
    }
}
