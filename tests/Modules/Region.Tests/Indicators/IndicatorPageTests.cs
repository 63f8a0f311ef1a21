using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Region.Indicators;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Indicators;

/// <summary>The five towns side by side.</summary>
public sealed class IndicatorPageTests
{
    [Fact]
    public async Task The_five_towns_stand_by_name_each_figure_with_cases_and_date_and_what_is_missing_says_so()
    {
        await using var town = await IndicatorTown.StartAsync();
        town.Service.Cases = StandingService.Some(8);

        var page = await StaffBrowser.Of(town).OpenAsync("/showroom/indicators");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var places = new[] { "Aachen", "Gelsenkirchen", "Paderborn", "Soest", "Wuppertal" }.Select(name => page.Html.IndexOf($"scope=\"row\">{name}<", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.All(
            ["10 Anträge", "0,04 je 1.000 Einwohner", "4 Minuten", "aus 8 Entscheidungen", "75 %", "noch nicht genug Fälle", "24.11.2026", "Hier liegen keine Kennzahlen dieser Stadt vor", "Eine Rangliste gibt es nicht", "Wie gezählt wird"],
            words => Assert.Contains(words, page.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_four_cases_neither_page_nor_files_tell_anything()
    {
        await using var town = await IndicatorTown.StartAsync();
        town.Service.Cases = new(4, [(61, true), (62, false), (63, false), (64, false)]);
        var browser = StaffBrowser.Of(town);

        var row = (await browser.OpenAsync("/showroom/indicators")).Html.Split("data-town=\"05513000\"")[^1].Split("</tr>")[0];
        Assert.Equal(5, row.Split("noch nicht genug Fälle").Length - 1);
        Assert.DoesNotContain(",6", (await browser.OpenAsync("/showroom/indicators.csv")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_open_data_with_method_period_cases_and_date()
    {
        await using var town = await IndicatorTown.StartAsync();
        town.Service.Cases = StandingService.Some(20);
        var browser = StaffBrowser.Of(town);

        var csv = await browser.FetchAsync("/showroom/indicators.csv");
        Assert.Equal("text/csv", csv.Type);
        var lines = Encoding.UTF8.GetString(csv.Content).Split("\r\n");
        Assert.StartsWith("town_ags,town,demo,since,as_of,service,figure,value,cases,unit", lines[0], StringComparison.Ordinal);
        Assert.Contains("05513000,\"Gelsenkirchen\",true,2026-08-26T09:00:00Z,2026-11-24T09:00:00Z,resident-parking-permit,ninetieth_seconds,1080,20,\"seconds\"", lines);
        Assert.Contains("05513000,\"Gelsenkirchen\",true,2026-08-26T09:00:00Z,2026-11-24T09:00:00Z,resident-parking-permit,satisfaction_tenths,,0,\"tenths of a step from 1 to 5\"", lines);

        var json = JsonNode.Parse((await browser.FetchAsync("/showroom/indicators.json")).Content)!;
        Assert.Equal(IndicatorFigure.All.Count, json["figures"]!.AsArray().Count);
        Assert.Equal(IndicatorTexts.For(Language.English).MethodOfEach.Select(each => each.Method), json["method"]!["en"]!.AsObject().Select(each => (string)each.Value!));
        Assert.Equal(["05334002", "05774032", "05974040", "05124000"], json["towns_without_figures"]!.AsArray().Select(town => (string)town!));
    }

    [Fact]
    public async Task Many_visitors_cost_the_modules_no_more_than_one_and_see_new_figures_a_minute_later()
    {
        await using var town = await IndicatorTown.StartAsync();
        var browser = StaffBrowser.Of(town);
        foreach (var address in new[] { "/showroom/indicators", "/showroom/indicators.json", "/region/indicators", "/showroom/indicators" })
            await browser.OpenAsync(address);
        Assert.Equal(1, town.Service.Asked);

        (town.Service.Cases, town.Time.Now) = (StandingService.Some(8), town.Time.Now + TimeSpan.FromMinutes(2));
        Assert.Contains("10 Anträge", (await browser.OpenAsync("/showroom/indicators")).Html, StringComparison.Ordinal);
    }
}
