using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Reuse;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Reuse;

/// <summary>What the public sees of take-overs.</summary>
public sealed class ReuseShowroomTests
{
    private const string Page = "/showroom/projects/oecherlab";

    [Fact]
    public async Task The_page_of_a_result_counts_what_both_have_signed_and_says_what_is_only_declared()
    {
        await using var towns = await ReuseTowns.StartAsync();
        var visitor = StaffBrowser.Of(towns.Gelsenkirchen);
        Assert.Contains("Noch keine Übernahme", (await visitor.OpenAsync(Page)).Html, StringComparison.Ordinal);
        var said = (await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Operation) with
        {
            Version = "2.1", Effort = new(12, "Zeiterfassung der IT."), Saving = new(4_500_00, "Eine Lizenz weniger im Jahr."), ContactRole = "Projektleitung Smart City",
        })).Value;
        await towns.ExchangeAsync();

        var declared = await ReadAsync(towns);
        Assert.Contains($"data-declared=\"{ReuseTowns.SoestAgs}\"", declared, StringComparison.Ordinal);
        Assert.Contains("<div data-step=\"operation\"><dt>im Betrieb</dt><dd>0</dd></div>", declared, StringComparison.Ordinal);
        Assert.All(["data-counted", "data-effects", "data-taker", "Projektleitung Smart City"], words => Assert.DoesNotContain(words, declared, StringComparison.Ordinal));

        await ReuseTowns.ConfirmAsync(towns.Aachen, said.Id);
        await towns.ExchangeAsync();
        var counted = await ReadAsync(towns);
        Assert.All(
            [
                "<div data-step=\"operation\"><dt>im Betrieb</dt><dd>1</dd></div>", $"data-counted=\"{ReuseTowns.SoestAgs}\"", $"data-taker=\"{ReuseTowns.SoestAgs}\"", "<dd>12</dd>", "<dd>4.500 €</dd>",
                "Soest: Projektleitung Smart City", "Zeiterfassung der IT.", ServeCredentials.AddressOf(said.Id, ReuseTowns.AachenAgs), ServeCredentials.AddressOf(said.Id, ReuseTowns.SoestAgs),
            ],
            words => Assert.Contains(words, counted, StringComparison.Ordinal));
        Assert.DoesNotContain("data-declared", counted, StringComparison.Ordinal);
        Assert.Contains("data-story=\"oecherlab/05974040\"", (await visitor.OpenAsync($"/showroom/towns/{ReuseTowns.SoestAgs}")).Html, StringComparison.Ordinal);
        Assert.Contains("Was andere von der Stadt übernehmen", (await visitor.OpenAsync($"/showroom/towns/{ReuseTowns.AachenAgs}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_still_runs_a_withdrawn_result_stands_on_its_page()
    {
        await using var towns = await ReuseTowns.StartAsync();
        var said = (await ReuseTowns.DeclareAsync(towns.Soest, ReuseTowns.Draft(ReuseStep.Pilot))).Value;
        await towns.ExchangeAsync();
        await ReuseTowns.ConfirmAsync(towns.Aachen, said.Id);
        await towns.Aachen.Services.GetRequiredService<WithdrawProject>().WithdrawAsync(ReuseTowns.Project, "Rechtsgrundlage entfallen", "staff/x", TestContext.Current.CancellationToken);
        await towns.ExchangeAsync();

        var page = await ReadAsync(towns);
        Assert.All(["Rechtsgrundlage entfallen", "nichts geht verloren", $"data-counted=\"{ReuseTowns.SoestAgs}\""], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Contains("data-story=\"oecherlab/05974040\"", (await StaffBrowser.Of(towns.Gelsenkirchen).OpenAsync($"/showroom/towns/{ReuseTowns.SoestAgs}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_office_of_another_town_is_offered_the_take_over()
    {
        await using var town = await RegionTown.StartAsync();
        const string door = "/office/region/reuse/oecherlab/05513000";

        Assert.Contains(door, (await (await StaffBrowser.SignInAsync(town, "Projektbüro")).OpenAsync(Page)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(door, (await StaffBrowser.Of(town).OpenAsync(Page)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(door, (await (await StaffBrowser.SignInAsync(town, "Verkehrsüberwachung")).OpenAsync(Page)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/office/region/reuse/", (await (await StaffBrowser.SignInAsync(town)).OpenAsync("/showroom/projects/open-innovation-lab-oil")).Html, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(ReuseTowns towns) => (await StaffBrowser.Of(towns.Gelsenkirchen).OpenAsync(Page)).Html;
}
