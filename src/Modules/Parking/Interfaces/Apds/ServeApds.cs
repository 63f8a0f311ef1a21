// APDS Data Dictionary and Information Model 4.0 (ISO/TS 5206-1), JSON of the Alliance's API models: § PaginatedListMeta, DeletedReference; paths and modified_since as in its API.
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Interfaces.Apds;

/// <summary>Which part of a list is wanted.</summary>
internal sealed record ApdsListing(
    [property: FromQuery(Name = "offset")] int? Offset, [property: FromQuery(Name = "page_size")] int? PageSize, [property: FromQuery(Name = "modified_since")] long? ModifiedSince);

/// <summary>
/// GET <c>/api/parking/v1/apds/…</c>: places, right specifications, rates and assigned rights, in pages, with an ETag, and with
/// <c>modified_since</c> only what changed. Nothing about a person.
/// </summary>
internal sealed class ServeApds(IDbContextFactory<ParkingDb> databases, TownRules rules, Pseudonyms names, TownCalendar calendar)
{
    private const int UsualPage = 100;
    private const int LargestPage = 500;

    /// <summary>The end of the year 9999.</summary>
    private const long LatestSecond = 253_402_300_799;

    private ApdsTown Town
    {
        get
        {
            var today = calendar.Today;
            var book = rules.BookOn(today);
            return new ApdsTown(rules.On(today), (book?.Number ?? 0) + 1, book is null ? null : TownCalendar.EndOf(book.ValidFrom.AddDays(-1)), today);
        }
    }

    public static IResult GetPlaces([AsParameters] ApdsListing listing, HttpContext context, ServeApds serve) => serve.Rules(listing, context, ApdsPlaces.Of);

    public static IResult GetSpecifications([AsParameters] ApdsListing listing, HttpContext context, ServeApds serve) => serve.Rules(listing, context, ApdsRights.Specifications);

    public static IResult GetRates([AsParameters] ApdsListing listing, HttpContext context, ServeApds serve) => serve.Rules(listing, context, ApdsRates.All);

    public static Task<IResult> GetAssignedAsync([AsParameters] ApdsListing listing, HttpContext context, ServeApds serve) => serve.AssignedAsync(listing, context);

    /// <summary>What follows from the rules changes with them, all at once.</summary>
    private IResult Rules(ApdsListing listing, HttpContext context, Func<ApdsTown, IEnumerable<JsonObject>> list)
    {
        if (!IsUsable(listing))
            return context.Problem(new ListingUnusable());

        var town = Town;
        var unchanged = listing.ModifiedSince is { } since && town.Since is { } changed && changed.ToUnixTimeSeconds() < since;
        var all = unchanged ? [] : list(town).ToList();
        var page = all.Skip(listing.Offset ?? 0).Take(listing.PageSize ?? UsualPage);
        return Answer(context, listing, all.Count, page, listing.ModifiedSince is null ? null : []);
    }

    private async Task<IResult> AssignedAsync(ApdsListing listing, HttpContext context)
    {
        if (!IsUsable(listing))
            return context.Problem(new ListingUnusable());

        var (town, today) = (Town, calendar.Today);
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        var changed = database.Permits.AsNoTracking().Where(permit => permit.Ags == rules.Ags);
        if (listing.ModifiedSince is { } since)
        {
            var from = DateTimeOffset.FromUnixTimeSeconds(since);
            changed = changed.Where(permit => permit.ChangedAt >= from);
        }

        var held = changed.Where(permit => permit.State == PermitState.Active && permit.ValidUntil >= today);
        var page = await held.OrderBy(permit => permit.IssuedAt).ThenBy(permit => permit.Id).Skip(listing.Offset ?? 0).Take(listing.PageSize ?? UsualPage).ToListAsync(context.RequestAborted);
        var total = await held.CountAsync(context.RequestAborted);
        var gone = listing.ModifiedSince is null ? null : await changed.Where(permit => permit.State != PermitState.Active).OrderBy(permit => permit.Id).ToListAsync(context.RequestAborted);
        return Answer(context, listing, total, page.Select(permit => ApdsRights.Assigned(town, permit, names)), gone?.Select(Deleted));
    }

    private JsonObject Deleted(Permit permit) => new()
    {
        ["id"] = names.OfRight(permit.Id),
        ["className"] = "AssignedRight",
        ["deleteTimestamp"] = ApdsParts.Instant(permit.EndedAt ?? permit.ChangedAt),
    };

    /// <summary>The tag is the hash of what is sent without the moment of the question: whoever has it already gets 304 (RFC 9110, section 13.1.2).</summary>
    private IResult Answer(HttpContext context, ApdsListing listing, int total, IEnumerable<JsonObject> data, IEnumerable<JsonObject>? deleted)
    {
        var meta = new JsonObject { ["offset"] = listing.Offset ?? 0, ["pageSize"] = listing.PageSize ?? UsualPage, ["total"] = total };
        var answer = new JsonObject { ["meta"] = meta, ["data"] = new JsonArray([.. data]) };
        if (deleted is not null)
            answer["deletedReferences"] = new JsonArray([.. deleted]);
        var tag = $"\"{Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(answer)).AsSpan(0, 16))}\"";
        (context.Response.Headers.ETag, context.Response.Headers.CacheControl) = (tag, "private, no-cache");
        if (context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag))
            return Results.StatusCode(StatusCodes.Status304NotModified);

        meta["referenceInstant"] = calendar.Now.ToUnixTimeSeconds();
        return Results.Json(answer);
    }

    private static bool IsUsable(ApdsListing listing) =>
        listing is { Offset: null or >= 0, PageSize: null or (>= 1 and <= LargestPage), ModifiedSince: null or (>= 0 and <= LatestSecond) };
}
