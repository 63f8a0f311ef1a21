using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Rules.Zoning;

/// <summary>A clerk draws a zone of a draft: <c>POST /office/rules/{number}/zones</c>.</summary>
internal sealed class DrawZone(ChangeDraft drafts)
{
    private const int MostBytes = 512 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/office/rules/{number:int}/zones", RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(MostBytes).ExcludeFromDescription();

    /// <summary>Puts the zone into the draft; refused with everything that <see cref="ChangeDraft"/> refuses, and when it cannot be read.</summary>
    public Task<Outcome<RuleBookVersion>> ExecuteAsync(int number, string? checksum, ZoneWish wish, string? source, string actor, CancellationToken cancellationToken) =>
        drafts.EditAsync(number, checksum, source, actor, (book, stated) => Put(book, wish, stated), cancellationToken);

    private static Outcome<RuleBook> Put(RuleBook book, ZoneWish wish, Stated stated)
    {
        var before = book.Zones.FirstOrDefault(zone => zone.ZoneId == wish.ZoneId.Trim());
        if (!wish.ToZone(book, before, stated).Succeeded(out var zone, out var refusal))
            return refusal;
        return book with { Zones = before is null ? [.. book.Zones, zone] : [.. book.Zones.Select(one => one == before ? zone : one)] };
    }

    private static async Task<IResult> RespondAsync(int number, IFormCollection form, HttpContext context, DrawZone draw, CurrentStaff clerk)
    {
        var wish = new ZoneWish(form["zone_id"].ToString(), form["name"].ToString(), form["spaces"].ToString(), form["streets"].ToString(), form["area"].ToString());
        var outcome = await draw.ExecuteAsync(number, form["checksum"], wish, form["source"], Actors.Staff(clerk.Id!.Value), context.RequestAborted);
        return outcome.Match<IResult>(
            _ => new SeeOther($"{ZonesPage.AddressOf(number)}?zone={Uri.EscapeDataString(wish.ZoneId.Trim())}"),
            refusal => context.Problem(refusal));
    }
}
