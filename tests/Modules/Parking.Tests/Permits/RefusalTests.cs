using System.Net;
using Modellstadt.Kernel.Storage;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>Every "no" on the way: a page with a status, a sentence, a next step and a problem type.</summary>
[Collection(SharedTowns.Name)]
public sealed class RefusalTests(PermitTowns towns)
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    public static TheoryData<DemoStory, string> Stories => new()
    {
        { DemoStory.SecondaryResidence, "secondary-residence" },
        { DemoStory.OutsideZones, "not-in-any-zone" },
        { DemoStory.HouseNumberOutsideZone, "outside-numbers" },
        { DemoStory.NoVehicle, "no-vehicle" },
    };

    [Theory, MemberData(nameof(Stories))]
    public async Task Who_gets_no_permit_reads_why_and_what_to_do(DemoStory story, string type)
    {
        var citizen = await (await towns.OnAsync(DatabaseKind.Sqlite)).CitizenAsync(story);

        AssertRefused(await citizen.ShowCitizenIdAsync(), HttpStatusCode.UnprocessableEntity, $"urn:modellstadt:parking:{type}");
    }

    [Fact]
    public async Task Whoever_has_moved_away_since_the_citizen_id_was_issued_is_no_resident()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        town.Registers.Change(citizen.Person.Id, resident => resident with { Residences = [.. resident.Residences.Select(residence => residence with { Until = residence.Since })] });

        AssertRefused(await citizen.ShowCitizenIdAsync(), HttpStatusCode.UnprocessableEntity, "urn:modellstadt:parking:not-resident");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_second_permit_for_the_same_person_is_refused(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();

        var again = await citizen.ShowCitizenIdAsync();

        AssertRefused(again, HttpStatusCode.Conflict, "urn:modellstadt:parking:second-permit");
        Assert.Contains("GE-2026-", again.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_plate_of_somebody_else_is_refused_and_another_choice_mends_it(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        var proposal = await citizen.ShowCitizenIdAsync();

        var refused = await citizen.ConfirmAsync(proposal, plate: "GE-XX9999");
        Assert.Equal(citizen.PagePath, refused.Onwards);
        var again = await citizen.OpenApplicationAsync();
        AssertRefused(again, HttpStatusCode.UnprocessableEntity, "urn:modellstadt:parking:vehicle-not-registered");

        await citizen.ConfirmAsync(again);
        Assert.DoesNotContain("XX", (await town.PermitOfAsync(citizen)).Plates, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("120", "term-not-offered")]
    [InlineData("many", "term-not-offered")]
    public async Task A_term_that_is_not_offered_is_refused(string months, string type)
    {
        var citizen = await (await towns.OnAsync(DatabaseKind.Sqlite)).CitizenAsync();

        await citizen.ConfirmAsync(await citizen.ShowCitizenIdAsync(), months: months);

        AssertRefused(await citizen.OpenApplicationAsync(), HttpStatusCode.UnprocessableEntity, $"urn:modellstadt:parking:{type}");
    }

    [Fact]
    public async Task Without_the_statement_on_own_space_there_is_no_permit()
    {
        var citizen = await (await towns.OnAsync(DatabaseKind.Sqlite)).CitizenAsync();
        await citizen.ShowCitizenIdAsync();

        await citizen.Browser.SendFormAsync($"{citizen.PagePath}/confirmation", ("vehicle", "GE-AB1"), ("months", "12"));

        AssertRefused(await citizen.OpenApplicationAsync(), HttpStatusCode.UnprocessableEntity, "urn:modellstadt:parking:own-space");
    }

    [Fact]
    public async Task Without_a_vehicle_in_the_form_there_is_no_permit()
    {
        var citizen = await (await towns.OnAsync(DatabaseKind.Sqlite)).CitizenAsync();
        await citizen.ShowCitizenIdAsync();

        await citizen.Browser.SendFormAsync($"{citizen.PagePath}/confirmation", ("no_own_space", "true"));

        AssertRefused(await citizen.OpenApplicationAsync(), HttpStatusCode.UnprocessableEntity, "urn:modellstadt:parking:vehicle-not-registered");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Whoever_moved_before_confirming_sees_the_new_zone_first(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var (citizen, other) = (await town.CitizenAsync(), await town.CitizenAsync());
        var proposal = await citizen.ShowCitizenIdAsync();
        town.Registers.Change(citizen.Person.Id, resident => resident with { Residences = [resident.Residences[0] with { Address = AddressInAnotherZone(proposal) }] });

        await citizen.ConfirmAsync(proposal);
        var again = await citizen.OpenApplicationAsync();
        AssertRefused(again, HttpStatusCode.UnprocessableEntity, "urn:modellstadt:parking:proposal-changed");

        Assert.StartsWith("http://wallet.localhost", (await citizen.ConfirmAsync(again)).Onwards, StringComparison.Ordinal);
        Assert.NotEqual(citizen.Person.Id, other.Person.Id);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task When_the_wallet_says_no_the_page_says_so(DatabaseKind kind)
    {
        var citizen = await (await towns.OnAsync(kind)).CitizenAsync();

        var reply = await citizen.Wallet.RefuseAsync(await citizen.StartAsync());

        AssertRefused(await citizen.ComeBackAsync(reply.RedirectUri!), HttpStatusCode.Forbidden, "urn:modellstadt:verifier:wallet-said-no");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_code_that_nobody_answered_is_expired_after_two_minutes(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        var asked = await citizen.StartOnOtherDeviceAsync();

        town.Time.Now += TimeSpan.FromMinutes(2);

        Assert.Equal(citizen.PagePath, await citizen.PollAsync(asked));
        AssertRefused(await citizen.OpenApplicationAsync(), HttpStatusCode.Gone, "urn:modellstadt:parking:code-expired");
    }

    [Fact]
    public async Task A_form_of_another_site_confirms_nothing()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        var proposal = await citizen.ShowCitizenIdAsync();

        var forged = await citizen.Browser.SendForeignFormAsync($"{citizen.PagePath}/confirmation", ("vehicle", citizen.PlateIn(proposal)), ("months", "12"), ("no_own_space", "true"));

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("Verbindlich beantragen", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Another_browser_sees_nothing_and_changes_nothing(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        var stranger = town.NewBrowser();
        await stranger.OpenAsync("/permit");
        await stranger.SendFormAsync("/permit/applications", ("device", "other"));

        var reply = await citizen.Wallet.PresentAsync(await citizen.StartAsync());
        await stranger.OpenAsync(reply.RedirectUri!);
        var proposal = await citizen.ComeBackAsync(reply.RedirectUri!);
        Assert.Contains("Verbindlich beantragen", proposal.Html, StringComparison.Ordinal);

        AssertNotFound(await stranger.OpenAsync(citizen.PagePath));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"{citizen.PagePath}/state?shown=Proposed")).Status);
        await stranger.SendFormAsync($"{citizen.PagePath}/confirmation", ("vehicle", "GE-AB1"), ("months", "12"), ("no_own_space", "true"));
        await citizen.ConfirmAsync(proposal);
        AssertNotFound(await stranger.OpenAsync($"{citizen.PagePath}/fee-notice"));
        Assert.Equal(citizen.PagePath, (await stranger.SendFormAsync($"{citizen.PagePath}/offer", ("device", "same"))).Onwards);
    }

    [Fact]
    public async Task An_invented_response_code_changes_nothing()
    {
        var citizen = await (await towns.OnAsync(DatabaseKind.Sqlite)).CitizenAsync();
        var link = await citizen.StartOnOtherDeviceAsync();

        foreach (var code in new[] { "", "invented", new string('x', 5_000) })
            await citizen.Browser.OpenAsync($"{citizen.PagePath}/answer?response_code={code}");

        Assert.Contains("<svg", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await citizen.Wallet.PresentAsync(citizen.LinkIn(link))).Status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var citizen = await (await towns.OnAsync(DatabaseKind.Sqlite)).CitizenAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await citizen.Browser.SendFormAsync("/permit/applications", ("device", "same"))).Status);
    }

    [Fact]
    public async Task The_words_come_in_english_too()
    {
        var citizen = await (await towns.OnAsync(DatabaseKind.Sqlite)).CitizenAsync(DemoStory.NoVehicle);
        await citizen.ShowCitizenIdAsync();

        Assert.Contains("No vehicle is registered to you", (await citizen.Browser.OpenAsync($"{citizen.PagePath}?lang=en")).Html, StringComparison.Ordinal);
    }

    private static void AssertRefused(Page page, HttpStatusCode status, string type)
    {
        Assert.Contains(type, page.Html, StringComparison.Ordinal);
        Assert.Equal(status, page.Status);
        Assert.Matches("Vorgang: <code>[0-9A-F]{10}</code>", page.Html);
    }

    private static void AssertNotFound(Page page)
    {
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("urn:modellstadt:parking:application-not-found", page.Html);
    }

    private static Address AddressInAnotherZone(Page proposal)
    {
        var inD1 = proposal.Html.Contains(">D1 –", StringComparison.Ordinal);
        return new Address(inD1 ? "Demo-Gartenstraße" : "Demo-Ahornweg", new HouseNumber(7, ""), "45879", "Gelsenkirchen", "05513000");
    }
}
