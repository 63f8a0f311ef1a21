using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Exchange;

/// <summary>
/// <c>GET /region/catalogue?page=N</c>: the register as a DCAT-AP catalogue in JSON-LD, at most a hundred projects a page; <c>GET /region/catalogue/{id}</c>:
/// one of them; <c>…/publiccode.yml</c>: its software. Public, for portals that collect catalogues. Withdrawn projects are left out, so a page may be shorter. Who sends the
/// entity tag of what it has gets 304 without a body.
/// </summary>
internal sealed class ServeCatalogue(IDbContextFactory<RegionDb> databases, RegionFacts facts, IOptions<TownOptions> town)
{
    /// <summary>How JSON-LD is called.</summary>
    public const string MediaType = "application/ld+json";

    /// <summary>How YAML is called (RFC 9512).</summary>
    public const string PubliccodeMediaType = "application/yaml";

    private readonly CataloguePage pages = new(town.Value, facts.Topics);

    /// <summary>Maps both addresses.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(CatalogueAddresses.Catalogue, (int? page, HttpContext context, ServeCatalogue catalogue) => catalogue.PageAsync(page ?? 1, context)).ExcludeFromDescription();
        endpoints.MapGet(CatalogueAddresses.Entry("{id}"), (string id, HttpContext context, ServeCatalogue catalogue) => catalogue.EntryAsync(id, context, catalogue.AsEntry)).ExcludeFromDescription();
        endpoints.MapGet(CatalogueAddresses.Publiccode("{id}"), (string id, HttpContext context, ServeCatalogue catalogue) => catalogue.EntryAsync(id, context, catalogue.AsPubliccode)).ExcludeFromDescription();
    }

    private async Task<IResult> PageAsync(int number, HttpContext context)
    {
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        // Rows are never deleted and their versions only grow: so does the sum with every change.
        var state = await database.Projects.GroupBy(_ => 1).Select(all => new { Count = all.Count(), Sum = all.Sum(project => (long)project.Version) }).FirstOrDefaultAsync(context.RequestAborted);
        var last = Math.Max(1, ((state?.Count ?? 0) + CataloguePage.Largest - 1) / CataloguePage.Largest);
        if (number < 1 || number > last)
            return context.Problem(new NoSuchCataloguePage(last));
        if (IsKnown(context, state?.Sum ?? 0))
            return Results.StatusCode(StatusCodes.Status304NotModified);

        var rows = await database.Projects.AsNoTracking().OrderBy(project => project.Id).Skip((number - 1) * CataloguePage.Largest).Take(CataloguePage.Largest).ToListAsync(context.RequestAborted);
        return Answer(pages.Write([.. rows.Select(Read).Where(entry => entry.Project.Withdrawn is null)], number, last));
    }

    private async Task<IResult> EntryAsync(string id, HttpContext context, Func<CatalogueEntry, Outcome<IResult>> write)
    {
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await database.Projects.AsNoTracking().SingleOrDefaultAsync(project => project.Id == id, context.RequestAborted) is not { } row)
            return context.Problem(new NoSuchProject());
        var entry = Read(row);
        if (entry.Project.Withdrawn is { } withdrawal)
            return context.Problem(new EntryWithdrawn(withdrawal.Reason));

        if (!write(entry).Succeeded(out var answer, out var refusal))
            return context.Problem(refusal);
        return IsKnown(context, row.Version) ? Results.StatusCode(StatusCodes.Status304NotModified) : answer;
    }

    private Outcome<IResult> AsEntry(CatalogueEntry entry) => Succeeded(Answer(pages.Write(entry)));

    private Outcome<IResult> AsPubliccode(CatalogueEntry entry) => entry.Project.Software is { } software
        ? Succeeded(Results.Text(PubliccodeFile.Of(entry.Project, software, town.Value).Text, PubliccodeMediaType))
        : new NoSoftware();

    private static Outcome<T> Succeeded<T>(T value) => value;

    private static CatalogueEntry Read(ProjectRow row) => new(Project.Read(row.Content), row.ChangedAt);

    /// <summary>Whether the caller has this state; tells it the state's tag in any case.</summary>
    private static bool IsKnown(HttpContext context, long state)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{state}\"");
        (context.Response.Headers.ETag, context.Response.Headers.CacheControl) = (tag, "no-cache");
        return context.Request.Headers[HeaderNames.IfNoneMatch].Contains(tag);
    }

    private static IResult Answer(JsonObject document) => Results.Bytes(StrictJson.Write(document), MediaType);
}
