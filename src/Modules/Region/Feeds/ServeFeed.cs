using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Feeds;

/// <summary>
/// <c>GET /region/feed?after=N</c>: what this town tells others since number N, at most a hundred entries, oldest first. Public. Who has everything
/// sends <c>If-None-Match</c> with the newest number it knows and gets 304 without a body. Readers that pass over what they do not know ask with
/// <c>kinds=all</c>; the others are told projects alone, as ever.
/// </summary>
internal sealed class ServeFeed(IDbContextFactory<RegionDb> databases, FeedKey key)
{
    /// <summary>Where it lives.</summary>
    public const string Address = "/region/feed";

    /// <summary>The value of <c>kinds</c> with which notes are told too.</summary>
    public const string AllKinds = "all";

    /// <summary>Maps the address.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Address, RespondAsync).ExcludeFromDescription();

    /// <summary>The entity tag of a feed that ends with this number.</summary>
    public static string TagOf(long last) => string.Create(CultureInfo.InvariantCulture, $"\"{last}\"");

    private static Task<IResult> RespondAsync(long? after, string? kinds, HttpContext context, ServeFeed feed) => after is < 0
        ? Task.FromResult(Results.Problem("after is a number of the feed, 0 or more.", statusCode: StatusCodes.Status400BadRequest))
        : feed.AnswerAsync(after ?? 0, kinds == AllKinds, context);

    private async Task<IResult> AnswerAsync(long after, bool all, HttpContext context)
    {
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        var told = all ? database.FeedEntries : database.FeedEntries.Where(entry => entry.Kind == FeedNote.ProjectKind);
        var last = await told.MaxAsync(entry => (long?)entry.Number, context.RequestAborted) ?? 0;
        var tag = TagOf(last);
        (context.Response.Headers.ETag, context.Response.Headers.CacheControl) = (tag, "no-cache");
        if (context.Request.Headers[HeaderNames.IfNoneMatch].Contains(tag))
            return Results.StatusCode(StatusCodes.Status304NotModified);

        var entries = await told.Where(entry => entry.Number > after).OrderBy(entry => entry.Number).Take(FeedPage.LargestPage)
            .Select(entry => entry.Signed).ToListAsync(context.RequestAborted);
        return Results.Bytes(new FeedPage(key.Signing.PublicKey, last, entries).Write(), "application/json");
    }
}
