using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Region.Reuse;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Reuse;

/// <summary>The office's pages on take-overs.</summary>
public sealed class ReuseOfficeTests(ReuseOfficeTests.Quiet quiet) : IClassFixture<ReuseOfficeTests.Quiet>
{
    private const string Page = "/office/region/reuse/oecherlab/05513000";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_declares_a_take_over_moves_along_the_ladder_and_reports_effort_and_savings()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        var first = (await clerk.OpenAsync(Page)).Form;
        Assert.Equal(("interest", ""), (first["step"], first["shown"]));

        var said = await SayAsync(clerk, new(first) { ["step"] = "pilot", ["since"] = "2026-01-15", ["version"] = "2.1" });
        var again = await SayAsync(clerk, new(first) { ["step"] = "pilot", ["since"] = "2026-01-15", ["version"] = "2.1" });
        Assert.All([said, again], answer => Assert.EndsWith(Page + "?done=said", answer.Onwards, StringComparison.Ordinal));

        var second = (await clerk.OpenAsync(Page)).Form;
        Assert.Equal(("pilot", "2026-01-15", "2.1"), (second["step"], second["since"], second["version"]));
        await SayAsync(clerk, new(second)
        {
            ["step"] = "operation", ["since"] = "2026-05-01", ["days"] = "12", ["days_method"] = "Zeiterfassung der IT.", ["euros"] = "4.500,50", ["euros_method"] = "Eine Lizenz weniger im Jahr.",
            ["contact_role"] = "Projektleitung Smart City",
        });

        var records = await RecordsAsync(town);
        Assert.Equal([ReuseStep.Pilot, ReuseStep.Operation], records.Select(record => record.Step));
        Assert.Equal((12, 4_500_50L, "Projektleitung Smart City", records[0].Id), (records[1].Effort!.Days, records[1].Saving!.Cents, records[1].ContactRole, records[1].Follows));
        Assert.Equal("12", (await clerk.OpenAsync(Page)).Form["days"]);
        var list = await clerk.OpenAsync("/office/region/reuse");
        Assert.Contains("data-story=\"oecherlab/05513000\"", list.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("days", "viele", "figure-needs-method")]
    [InlineData("euros", "4500", "figure-needs-method")]
    [InlineData("days_method", "Zeiterfassung der IT.", "figure-needs-method")]
    [InlineData("since", "2030-01-01", "since-not-possible")]
    [InlineData("since", "gestern", "since-not-possible")]
    [InlineData("step", "contributing", "step-not-possible")]
    [InlineData("step", "nonsense", "step-not-possible")]
    [InlineData("version", "eins\nzwei", "record-unusable")]
    public async Task What_cannot_be_read_is_refused_and_stays_in_the_form(string field, string typed, string refusal)
    {
        var town = quiet.Town;
        var clerk = await StaffBrowser.SignInAsync(town);
        var form = (await clerk.OpenAsync(Page)).Form;

        var refused = await SayAsync(clerk, new(form) { ["contact_role"] = "Bleibt stehen", [field] = typed });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(refusal, refused.Html, StringComparison.Ordinal);
        Assert.Equal(("Bleibt stehen", form["key"]), (refused.Form["contact_role"], refused.Form["key"]));
        Assert.Empty(await RecordsAsync(town));
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_what_the_first_one_said_and_keeps_what_was_typed()
    {
        await using var town = await RegionTown.StartAsync();
        var (first, second) = (await StaffBrowser.SignInAsync(town), await StaffBrowser.SignInAsync(town, "Projektbüro"));
        var (theirs, mine) = ((await first.OpenAsync(Page)).Form, (await second.OpenAsync(Page)).Form);
        await SayAsync(first, new(theirs) { ["step"] = "talks", ["since"] = "2026-01-15" });

        var refused = await SayAsync(second, new(mine) { ["step"] = "pilot", ["since"] = "2026-02-15", ["version"] = "3" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("15. Januar 2026", refused.Html, StringComparison.Ordinal);
        Assert.Equal(("pilot", "2026-02-15", "3"), (refused.Form["step"], refused.Form["since"], refused.Form["version"]));
        Assert.NotNull((await SayAsync(second, refused.Form)).Onwards);
        Assert.Equal([ReuseStep.Talks, ReuseStep.Pilot], (await RecordsAsync(town)).Select(record => record.Step));
    }

    [Fact]
    public async Task A_claim_of_another_town_waits_in_the_overview_until_it_is_signed()
    {
        await using var towns = await ReuseTowns.StartAsync();
        var office = await StaffBrowser.SignInAsync(towns.Aachen, "Projektbüro");
        var chosen = await office.OpenAsync($"/office/region/reuse/open?project={ReuseTowns.Project}&town={ReuseTowns.SoestAgs}");
        var form = (await office.OpenAsync(chosen.Onwards!)).Form;
        Assert.DoesNotContain("days", form.Keys);
        await SayAsync(office, new(form) { ["step"] = "operation", ["since"] = "2026-01-15" }, chosen.Onwards!);
        await towns.ExchangeAsync();

        var soest = await StaffBrowser.SignInAsync(towns.Soest);
        Assert.Contains("Wartet auf Ihre Unterschrift", (await soest.OpenAsync("/office/region/reuse")).Html, StringComparison.Ordinal);
        var page = await soest.OpenAsync(chosen.Onwards!);
        var signed = await soest.SendBackAsync(chosen.Onwards!, new() { ["_handler"] = "confirm", ["record"] = page.Form["record"] });

        Assert.EndsWith("?done=confirmed", signed.Onwards, StringComparison.Ordinal);
        Assert.Contains("data-counted=\"operation\"", (await soest.OpenAsync(chosen.Onwards!)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Wartet auf Ihre Unterschrift", (await soest.OpenAsync("/office/region/reuse")).Html, StringComparison.Ordinal);
        await towns.ExchangeAsync();
        Assert.Equal(ReuseStep.Operation, (await ReuseTowns.StoryInAsync(towns.Aachen)).Step);
    }

    [Fact]
    public async Task Nobody_but_the_office_of_a_town_that_takes_part_opens_a_take_over()
    {
        var town = quiet.Town;
        var (clerk, warden, stranger) = (await StaffBrowser.SignInAsync(town), await StaffBrowser.SignInAsync(town, "Verkehrsüberwachung"), StaffBrowser.Of(town));
        var form = (await clerk.OpenAsync(Page)).Form;

        Assert.All([await warden.OpenAsync(Page), await stranger.OpenAsync(Page), await warden.OpenAsync("/office/region/reuse")], page => Assert.DoesNotContain("name=\"key\"", page.Html, StringComparison.Ordinal));
        await SayAsync(warden, form);
        await SayAsync(stranger, form);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync("/office/region/reuse/oecherlab/05974040")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.OpenAsync("/office/region/reuse/open-innovation-lab-oil/05513000")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync("/office/region/reuse/open-innovation-lab-oil/00000000")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync("/office/region/reuse/nobody-knows-it/05513000")).Status);
        Assert.Empty(await RecordsAsync(town));
    }

    private static Task<StaffPage> SayAsync(StaffBrowser browser, Dictionary<string, string> form, string page = Page) => browser.SendBackAsync(page, new(form) { ["_handler"] = "say" });

    private static async Task<List<ReuseRecord>> RecordsAsync(RegionTown town)
    {
        await using var database = await ReuseTowns.DatabaseOf(town);
        return (await database.ReuseRecords.OrderBy(record => record.Number).ToListAsync(Cancellation)).ConvertAll(record => ReuseRecord.Read(record.Content));
    }

    /// <summary>A town in which nothing is ever declared.</summary>
    public sealed class Quiet : IAsyncLifetime
    {
        internal RegionTown Town { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Town = await RegionTown.StartAsync();

        public ValueTask DisposeAsync() => Town.DisposeAsync();
    }
}
