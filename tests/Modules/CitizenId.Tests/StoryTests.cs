using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId.Tests;

/// <summary>What becomes of the made-up people when they ask for the citizen ID.</summary>
public sealed partial class StoryTests
{
    public static IEnumerable<TheoryDataRow<DemoStory>> WhoGetsIt { get; } =
    [
        .. Enum.GetValues<DemoStory>()
            .Except([DemoStory.NameUnknown, DemoStory.MovedAway, DemoStory.Deceased, DemoStory.Blocked, DemoStory.Ambiguous])
            .Select(story => new TheoryDataRow<DemoStory>(story)),
    ];

    [Theory, MemberData(nameof(WhoGetsIt))]
    public async Task Who_has_a_home_here_gets_the_citizen_ID_with_the_names_of_the_register(DemoStory story)
    {
        await using var town = await IdentifyingTown.StartAsync();
        var person = town.AnyOf(story);
        var resident = await town.ReadResidentAsync(person);
        using var citizen = await town.NewCitizenAsync(person);

        var claims = await citizen.GetCitizenIdAsync();

        Assert.Equal((resident.Name.GivenNames, resident.Name.FamilyName), (claims.Text("given_name"), claims.Text("family_name")));
        var main = resident.MainResidenceOn(new DateOnly(2026, 11, 24))!.Address;
        Assert.Equal((main.StreetAddress, main.Locality), (claims.Object("address")!.Text("street_address"), claims.Object("address")!.Text("locality")));
        Assert.Equal("05513000", claims.Object("municipality")!.Text("ags"));
    }

    [Fact]
    public async Task The_register_says_where_somebody_lives_not_an_old_card()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var person = town.AnyOf(DemoStory.MovedInsideTown);
        var home = (await town.ReadResidentAsync(person)).Residences[0].Address;
        Assert.NotEqual(home.StreetAddress, person.Card.Address.StreetAddress);
        using var citizen = await town.NewCitizenAsync(person);

        var link = await citizen.IdentifyAsync();

        var page = await citizen.Browser.GetAsync($"/citizen-id/requests/{(await town.ReadRequestAsync()).Id}");
        Assert.Contains("Auf Ihrem Ausweis steht eine andere Anschrift als im Melderegister", page.Html, StringComparison.Ordinal);
        var claims = (await citizen.Wallet.ReceiveAsync(link))[0].Credential.Claims;
        Assert.Equal(home.StreetAddress, claims.Object("address")!.Text("street_address"));
    }

    [Fact]
    public async Task A_secondary_residence_is_enough_and_the_card_carries_the_main_one()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var person = town.AnyOf(DemoStory.SecondaryResidence);
        using var citizen = await town.NewCitizenAsync(person);

        var claims = await citizen.GetCitizenIdAsync();

        Assert.NotEqual("Gelsenkirchen", claims.Object("address")!.Text("locality"));
        Assert.Equal("Gelsenkirchen", claims.Object("municipality")!.Text("name"));
        Assert.False((await town.ReadRequestAsync()).AddressDiffers);
    }

    [Theory]
    [InlineData(DemoStory.NameUnknown, "urn:modellstadt:citizen-id:not-in-register", "Wir haben Sie im Melderegister nicht gefunden")]
    [InlineData(DemoStory.MovedAway, "urn:modellstadt:citizen-id:no-longer-resident", "Sie sind hier nicht mehr gemeldet")]
    [InlineData(DemoStory.Ambiguous, "urn:modellstadt:citizen-id:several-in-register", "Wir können Sie nicht sicher zuordnen")]
    [InlineData(DemoStory.Deceased, "urn:modellstadt:citizen-id:only-at-the-office", "Das geht nur im Bürgercenter")]
    [InlineData(DemoStory.Blocked, "urn:modellstadt:citizen-id:only-at-the-office", "Das geht nur im Bürgercenter")]
    public async Task Who_gets_none_learns_why_and_what_to_do(DemoStory story, string type, string title)
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(story));

        var page = await citizen.IdentifyToPageAsync();

        Assert.Contains(title, page.Html, StringComparison.Ordinal);
        Assert.Contains(type, page.Html, StringComparison.Ordinal);
        Assert.Matches("<code>[0-9A-F]{10}</code>", page.Html);
        Assert.Contains("Noch einmal beginnen", page.Html, StringComparison.Ordinal);
        Assert.Equal(type, Kernel.Outcomes.StoredRefusal.Read((await town.ReadRequestAsync()).Refusal!).Type);
    }

    [Fact]
    public async Task Nobody_can_tell_a_death_from_a_block()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var pages = new List<string>();
        foreach (var story in (DemoStory[])[DemoStory.Deceased, DemoStory.Blocked])
        {
            using var citizen = await town.NewCitizenAsync(town.AnyOf(story));
            pages.Add(FlowId().Replace((await citizen.IdentifyToPageAsync()).Html, ""));
        }

        Assert.Equal(pages[0], pages[1]);
    }

    [Fact]
    public async Task Namesakes_are_told_apart_by_the_address_on_the_card()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var person = town.AnyOf(DemoStory.Ambiguous);
        var home = (await town.ReadResidentAsync(person)).Residences[0].Address;
        using var citizen = await town.NewCitizenAsync(DemoIdCardType.Claims(person.Card with { Address = home }));

        Assert.Equal(home.StreetAddress, (await citizen.GetCitizenIdAsync()).Object("address")!.Text("street_address"));
    }

    [Theory]
    [InlineData("Анна", "Schulte", "А")]
    [InlineData("Anna", "李", "李")]
    [InlineData("Anna", "Schulte😀", "😀")]
    [InlineData("Anna", "Schmidt3", "3")]
    [InlineData("K", "\u035Fhan", "\u035F")]
    public async Task A_character_that_registers_cannot_keep_is_named(string given, string family, string character)
    {
        await using var town = await IdentifyingTown.StartAsync();
        var claims = DemoIdCardType.Claims(town.AnyOf(DemoStory.Eligible).Card);
        (claims["given_name"], claims["family_name"]) = (given, family);
        using var citizen = await town.NewCitizenAsync(claims);

        var page = await citizen.IdentifyToPageAsync();

        Assert.Contains("urn:modellstadt:citizen-id:character-unknown", page.Html, StringComparison.Ordinal);
        Assert.Contains($"„{character}“", page.Html, StringComparison.Ordinal);
        Assert.Null((await town.ReadRequestAsync()).IdCard);
    }

    [Theory]
    [InlineData("birthdate", "\"12.08.1964\"")]
    [InlineData("birthdate", "\"1964-02-30\"")]
    [InlineData("birthdate", "19640812")]
    [InlineData("given_name", "\"  \"")]
    [InlineData("family_name", "[\"Schulte\"]")]
    [InlineData("address", "{\"postal_code\":\"45879\"}")]
    [InlineData("address", "\"Georgstraße 17, 45879 Gelsenkirchen\"")]
    public async Task A_card_that_cannot_be_read_is_refused_in_plain_words(string claim, string json)
    {
        await using var town = await IdentifyingTown.StartAsync();
        var claims = DemoIdCardType.Claims(town.AnyOf(DemoStory.Eligible).Card);
        claims[claim] = JsonNode.Parse(json);
        using var citizen = await town.NewCitizenAsync(claims);

        Assert.Contains("urn:modellstadt:citizen-id:id-card-incomplete", (await citizen.IdentifyToPageAsync()).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_too_long_for_anybody_is_refused_before_it_is_compared()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var claims = DemoIdCardType.Claims(town.AnyOf(DemoStory.Eligible).Card);
        claims["family_name"] = new string('a', 201);
        using var citizen = await town.NewCitizenAsync(claims);

        Assert.Contains("urn:modellstadt:citizen-id:id-card-incomplete", (await citizen.IdentifyToPageAsync()).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_readers_get_the_same_refusal_in_English()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.NameUnknown));
        var page = await citizen.IdentifyAsync();
        Assert.Contains("We did not find you in the resident register", (await citizen.Browser.GetAsync($"{page}?lang=en")).Html, StringComparison.Ordinal);
    }

    [GeneratedRegex("<code>[0-9A-F]{10}</code>")]
    private static partial Regex FlowId();
}
