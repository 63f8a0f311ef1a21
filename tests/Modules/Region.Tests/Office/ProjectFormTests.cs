using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Projects;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Office;

/// <summary>The project office's pages.</summary>
public sealed class ProjectFormTests
{
    private const string Form = "/office/region/projects/open-innovation-lab-oil";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_changes_a_project_of_the_town_and_sees_it_in_the_showroom(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        var clerk = await StaffBrowser.SignInAsync(town);
        var list = await clerk.OpenAsync("/office/region/projects");
        Assert.Contains(Form, list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("zeonline", list.Html, StringComparison.Ordinal);

        var form = (await clerk.OpenAsync(Form)).Form;
        Assert.Equal(("2022-06-30", "1433000", "done"), (form["end"], form["total"], form["state"]));
        var saved = await SendAsync(clerk, new(form) { ["end"] = "2022-07", ["source"] = "Bericht 4711", ["reason"] = "Bericht liegt vor" });

        Assert.Contains("/showroom/projects/open-innovation-lab-oil", saved.Onwards, StringComparison.Ordinal);
        Assert.Equal("2022-07", (await clerk.OpenAsync(Form)).Form["end"]);
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_both_texts_and_saves_without_losing_any()
    {
        await using var town = await RegionTown.StartAsync();
        var (first, second) = (await StaffBrowser.SignInAsync(town), await StaffBrowser.SignInAsync(town, which: 1));
        var form = (await first.OpenAsync(Form)).Form;
        await second.OpenAsync(Form);
        await SendAsync(first, new(form) { ["end"] = "2022-07", ["guiding_theme"] = "Erstes", ["source"] = "Bericht 4711", ["reason"] = "Bericht liegt vor" });

        var refused = await SendAsync(second, new(form) { ["guiding_theme"] = "Zweites", ["contact_role"] = "Projektbüro", ["source"] = "Amtsblatt", ["reason"] = "Zuständig ist jetzt das Büro" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.All(["project-changed-meanwhile", "Bericht liegt vor", ">Erstes<", ">Zweites<", "data-field=\"end\""], words => Assert.Contains(words, refused.Html, StringComparison.Ordinal));
        Assert.Equal(("2022-07", "Zweites", "Projektbüro", "2"), (refused.Form["end"], refused.Form["guiding_theme"], refused.Form["contact_role"], refused.Form["version"]));
        await SendAsync(second, refused.Form);
        var history = await town.Services.GetRequiredService<ReadProjects>().HistoryAsync("open-innovation-lab-oil", Cancellation);
        Assert.Equal(3, history.Count);
        Assert.Equal(("2022-07", "Zweites", "Projektbüro"), (history[0].Project.End!.Value.ToString(), history[0].Project.GuidingTheme!.Value, history[0].Project.ContactRole));
        Assert.Equal("Erstes", history[1].Project.GuidingTheme!.Value);
    }

    [Fact]
    public async Task What_was_typed_stays_when_it_is_refused()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        var form = (await clerk.OpenAsync(Form)).Form;

        var refused = await SendAsync(clerk, new(form) { ["end"] = "Sommer 2022", ["source"] = "Bericht 4711", ["reason"] = "Bericht liegt vor" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(("Sommer 2022", "Bericht 4711"), (refused.Form["end"], refused.Form["source"]));
        Assert.Contains("aria-invalid=\"true\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync("/office/region/projects/no-such-project")).Status);
    }

    [Fact]
    public async Task Nobody_but_staff_of_the_office_with_the_form_of_the_page_changes_a_project()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        var form = new Dictionary<string, string>((await clerk.OpenAsync(Form)).Form) { ["topic"] = "anderes", ["reason"] = "nur ein Versuch" };
        var stranger = StaffBrowser.Of(town);
        var warden = await StaffBrowser.SignInAsync(town, "Verkehrsüberwachung");

        Assert.All([await stranger.OpenAsync(Form), await warden.OpenAsync(Form)], page => Assert.DoesNotContain("name=\"reason\"", page.Html, StringComparison.Ordinal));
        await SendAsync(stranger, form);
        await SendAsync(warden, form);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await StaffBrowser.SignInAsync(town)).SendBackAsync(Form, new(form) { ["_handler"] = "project" })).Status);

        Assert.Single(await town.Services.GetRequiredService<ReadProjects>().HistoryAsync("open-innovation-lab-oil", Cancellation));
        Assert.NotNull((await SendAsync(clerk, form)).Onwards);
    }

    private static Task<StaffPage> SendAsync(StaffBrowser browser, Dictionary<string, string> form) => browser.SendBackAsync(Form, new(form) { ["_handler"] = "project" });
}
