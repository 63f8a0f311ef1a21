using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Region.Indicators;

/// <summary>The comparison as open data: <c>GET /showroom/indicators.csv</c> and <c>.json</c>, with method, period, cases and date of each figure.</summary>
internal static class ExportIndicators
{
    /// <summary>A line for each figure of each town.</summary>
    public const string Csv = IndicatorsPage.Address + ".csv";

    /// <summary>The same with the methods in both languages.</summary>
    public const string Json = IndicatorsPage.Address + ".json";

    private const string Columns = "town_ags,town,demo,since,as_of,service,figure,value,cases,unit";

    /// <summary>Maps the addresses.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Csv, RespondCsvAsync).ExcludeFromDescription();
        endpoints.MapGet(Json, RespondJsonAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> RespondCsvAsync(HttpContext context, CompareTowns compare)
    {
        var lines = Said(await compare.ReadAsync(context.RequestAborted)).Select(line => string.Join(',', line.Town.Ags, Quoted(line.Town.Name), line.Indicators.Demo ? "true" : "false", Iso(line.Indicators.Since), Iso(line.Indicators.At), line.Service.Id, line.Figure.Name, line.Figure.Of(line.Service), line.Figure.Cases(line.Service), Quoted(line.Figure.Unit)));
        return Results.Bytes(Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend(Columns).Append(""))), "text/csv; charset=utf-8", "indicators.csv");
    }

    private static async Task<IResult> RespondJsonAsync(HttpContext context, CompareTowns compare)
    {
        var towns = await compare.ReadAsync(context.RequestAborted);
        return Results.Bytes(
            StrictJson.Write(new JsonObject
            {
                ["as_of"] = Iso(towns.Now),
                ["days"] = MeasureTown.Days,
                ["fewest_cases"] = ServiceIndicators.FewestCases,
                ["method"] = new JsonObject { ["de"] = Methods(Language.German), ["en"] = Methods(Language.English) },
                ["figures"] = new JsonArray([.. Said(towns).Select(Write)]),
                ["towns_without_figures"] = new JsonArray([.. towns.Towns.Where(town => town.Indicators is null).Select(town => (JsonNode)town.Ags)]),
            }),
            "application/json");
    }

    private static JsonObject Write(SaidFigure said) => new()
    {
        ["town_ags"] = said.Town.Ags,
        ["town"] = said.Town.Name,
        ["demo"] = said.Indicators.Demo,
        ["since"] = Iso(said.Indicators.Since),
        ["as_of"] = Iso(said.Indicators.At),
        ["service"] = said.Service.Id,
        ["figure"] = said.Figure.Name,
        ["value"] = said.Figure.Of(said.Service),
        ["cases"] = said.Figure.Cases(said.Service),
        ["unit"] = said.Figure.Unit,
    };

    /// <summary>Every figure of every town that says something; one with too few cases has neither value nor cases.</summary>
    private static IEnumerable<SaidFigure> Said(ComparedTowns towns) => towns.Towns.SelectMany(town => town.Indicators is { } indicators
        ? indicators.Services.SelectMany(service => IndicatorFigure.All.Select(figure => new SaidFigure(town, indicators, service, figure)))
        : []);

    private static JsonObject Methods(Language language) => new(IndicatorTexts.For(language).MethodOfEach.Select(each => KeyValuePair.Create(each.Figure, (JsonNode?)each.Method)));

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed record SaidFigure(ComparedTown Town, TownIndicators Indicators, ServiceIndicators Service, IndicatorFigure Figure);
}
