using System.Net;
using CsCheck;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Exchange;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Tests.Feeds;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Exchange;

/// <summary>Software of a project for directories of software.</summary>
public sealed class PubliccodeTests
{
    private const string Form = "/office/region/projects/open-innovation-lab-oil";
    private const string Address = "/region/catalogue/open-innovation-lab-oil/publiccode.yml";

    private static readonly TownOptions Town = new() { Ags = FeedTowns.AachenAgs, Name = "Aachen" };

    [Fact]
    public async Task A_clerk_enters_where_the_source_lies_and_everybody_finds_it()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.FetchAsync(Address)).Status);
        Assert.DoesNotContain("publiccode.yml", (await clerk.OpenAsync("/showroom/projects/open-innovation-lab-oil")).Html, StringComparison.Ordinal);

        var form = new Dictionary<string, string>((await clerk.OpenAsync(Form)).Form)
        {
            ["software_url"] = "https://code.example/oil", ["software_licence"] = "EUPL-1.2 OR MIT", ["software_languages"] = "de; en",
            ["source"] = "Brief des Projektbüros", ["reason"] = "Quelltext ist veröffentlicht", ["_handler"] = "project",
        };
        Assert.Contains("open-innovation-lab-oil", (await clerk.SendBackAsync(Form, form)).Onwards, StringComparison.Ordinal);

        var (status, type, content) = await clerk.FetchAsync(Address);
        Assert.Equal((HttpStatusCode.OK, "application/yaml"), (status, type));
        var file = PubliccodeShape.Read(System.Text.Encoding.UTF8.GetString(content));
        Assert.Equal(("https://code.example/oil", "0.7"), (file["url"], file["publiccodeYmlVersion"]));
        Assert.Contains(Address, (await clerk.OpenAsync("/region/catalogue/open-innovation-lab-oil")).Html, StringComparison.Ordinal);
        Assert.All(["href=\"/region/catalogue/open-innovation-lab-oil/publiccode.yml\"", "https://code.example/oil", "Brief des Projektbüros", "Pflichtangaben kennt das Verzeichnis nicht"],
            words => Assert.Contains(words, clerk.OpenAsync("/showroom/projects/open-innovation-lab-oil").Result.Html, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("software_url", "javascript:alert(1)")]
    [InlineData("software_url", "https://name:secret@code.example")]
    [InlineData("software_licence", "<b>free</b>")]
    [InlineData("software_kind", "cloud")]
    [InlineData("software_languages", "Deutsch")]
    [InlineData("software_maintenance", "sometimes")]
    [InlineData("software_platforms", ";;")]
    public async Task What_a_field_cannot_mean_is_refused_and_changes_nothing(string field, string text)
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        var form = new Dictionary<string, string>((await clerk.OpenAsync(Form)).Form) { [field] = text, ["source"] = "Bericht", ["reason"] = "nur ein Versuch", ["_handler"] = "project" };

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SendBackAsync(Form, form)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.FetchAsync(Address)).Status);
    }

    [Fact]
    public void What_the_register_does_not_know_is_left_out_and_named_exactly()
    {
        var project = FeedTowns.Draft("Probe") with { Software = Known(repository: "https://code.example/probe") };

        var file = PubliccodeFile.Of(project, project.Software!, Town);

        Assert.Equal(PubliccodeShape.Breaks(file.Text).Order(), file.Missing.Order());
        Assert.All(file.Missing, key => Assert.Contains(key, file.Text[..file.Text.IndexOf("publiccodeYmlVersion", StringComparison.Ordinal)], StringComparison.Ordinal));
        Assert.DoesNotContain("stable", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_finished_when_the_register_knows_everything()
    {
        var project = FeedTowns.Draft("Probe") with
        {
            State = new(ProjectState.Implementation, "https://aachen.example", Confidence.High),
            Summary = "Eine Probe. " + new string('x', 150),
            Software = new SoftwareResult
            {
                Repository = Figure("https://code.example/probe"), Licence = Figure("EUPL-1.2"), Kind = Figure("standalone/web"), Platforms = Figure("web; android"),
                Languages = Figure("de; en"), Features = Figure("findet Parkplätze; zahlt"), Maintenance = Figure("none"),
            },
        };

        var file = PubliccodeFile.Of(project, project.Software, Town);

        Assert.Empty(file.Missing);
        Assert.Empty(PubliccodeShape.Breaks(file.Text));
        Assert.DoesNotContain("Unfinished", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_a_title_holds_comes_back_as_it_was_and_adds_no_key() => Gen.String.Where(text => text.Length > 0 && !text.Any(char.IsSurrogate)).Sample(
        title =>
        {
            var project = FeedTowns.Draft(title) with { Software = Known("https://code.example/probe") };
            var file = PubliccodeShape.Read(PubliccodeFile.Of(project, project.Software!, Town).Text);
            return (string)file["name"] == title && file.Count == 6;
        },
        iter: 500);

    private static SoftwareResult Known(string repository) => new() { Repository = Figure(repository) };

    private static Figure<string> Figure(string value) => new(value, "https://aachen.example/probe", Confidence.High);
}
