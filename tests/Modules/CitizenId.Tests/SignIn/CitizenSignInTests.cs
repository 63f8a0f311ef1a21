using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.CitizenId.SignIn;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Storage;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.CitizenId.Tests.SignIn;

/// <summary>Signing in to the town with the citizen ID, for any module.</summary>
public sealed class CitizenSignInTests
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task The_citizen_ID_signs_a_person_in_and_leads_back_to_the_page_that_asked(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (person, citizen) = await HolderAsync(town);
        Assert.Equal("nobody", await citizen.Browser.WhoIsItAsync());

        Assert.Equal(IdentifyingTown.WhoIsIt, await citizen.SignInAsync());

        Assert.Equal($"{person.Id.Value} CitizenId Substantial", await citizen.Browser.WhoIsItAsync());
    }

    [Fact]
    public async Task The_wallet_is_asked_for_the_reference_only_and_told_what_for()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var (_, citizen) = await HolderAsync(town);

        var request = (await citizen.Wallet.OpenRequestAsync(await citizen.Browser.StartSignInAsync())).Request;

        Assert.Equal("""["resident_reference"]""", Assert.Single(Assert.Single(request.Query.Credentials).Claims).ToJson()["path"]!.ToJsonString());
        Assert.Contains("Anmelden bei der Stadt", request.Purpose!.German, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_second_device_signs_in_the_browser_that_shows_the_code(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (person, citizen) = await HolderAsync(town);
        using var desk = town.NewCitizen();
        var page = await desk.Browser.StartSignInOnDesktopAsync();
        Assert.Equal(("waiting", null), await desk.Browser.PollAsync(page));

        var reply = await citizen.Wallet.PresentAsync(SignInSteps.LinkIn(await desk.Browser.GetAsync(page)));
        var (_, onwards) = await desk.Browser.PollAsync(page);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(IdentifyingTown.WhoIsIt, (await desk.Browser.GetAsync(onwards!)).Location);
        Assert.StartsWith(person.Id.Value, await desk.Browser.WhoIsItAsync(), StringComparison.Ordinal);
    }

    /// <summary>Attack 9: the answer gives nobody anything but the browser that asked.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Attack_9_The_way_back_opened_in_another_browser_signs_nobody_in(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (person, citizen) = await HolderAsync(town);
        using var stranger = town.NewCitizen();
        await stranger.Browser.StartSignInAsync();
        var back = (await citizen.Wallet.PresentAsync(await citizen.Browser.StartSignInAsync())).RedirectUri!;

        await stranger.Browser.GetAsync(back);

        Assert.Equal("nobody", await stranger.Browser.WhoIsItAsync());
        Assert.Equal("nobody", await citizen.Browser.WhoIsItAsync());
        await citizen.Browser.GetAsync(back);
        Assert.StartsWith(person.Id.Value, await citizen.Browser.WhoIsItAsync(), StringComparison.Ordinal);
    }

    /// <summary>Attack 9: whoever passes a link of an own sign-in on gets no session of whoever answers it on their phone.</summary>
    [Fact]
    public async Task Attack_9_A_link_passed_on_signs_neither_the_thief_nor_the_victim_in()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var (_, victim) = await HolderAsync(town);
        using var thief = town.NewCitizen();
        var link = await thief.Browser.StartSignInAsync();

        var back = (await victim.Wallet.PresentAsync(link)).RedirectUri!;
        await victim.Browser.GetAsync(back);

        Assert.Equal("nobody", await thief.Browser.WhoIsItAsync());
        Assert.Equal("nobody", await victim.Browser.WhoIsItAsync());
    }

    /// <summary>Attack 10: neither page nor polling say anything to a browser that did not ask.</summary>
    [Fact]
    public async Task Attack_10_The_identifier_of_a_sign_in_is_worth_nothing_in_another_browser()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var (_, citizen) = await HolderAsync(town);
        using var desk = town.NewCitizen();
        using var stranger = town.NewCitizen();
        var page = await desk.Browser.StartSignInOnDesktopAsync();
        await stranger.Browser.StartSignInAsync();
        await citizen.Wallet.PresentAsync(SignInSteps.LinkIn(await desk.Browser.GetAsync(page)));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync(page)).Status);
        Assert.Equal(("done", "/account/sign-in"), await stranger.Browser.AskAsync($"{page}/state"));
        Assert.Equal(("done", "/account/sign-in"), await stranger.Browser.AskAsync($"/account/sign-in/citizen-id/{town.Random.NewId()}/state"));
        Assert.StartsWith($"{page}/answer?response_code=", (await desk.Browser.AskAsync($"{page}/state")).Continue, StringComparison.Ordinal);
    }

    /// <summary>Attack 10: an answer counts once, also when it comes four times at once.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Attack_10_A_replayed_answer_opens_no_second_session(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (_, citizen) = await HolderAsync(town);
        var back = (await citizen.Wallet.PresentAsync(await citizen.Browser.StartSignInAsync())).RedirectUri!;

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => citizen.Browser.GetAsync(back)));
        Assert.Contains(opened, page => page.Location == IdentifyingTown.WhoIsIt);
        Assert.EndsWith("CitizenId Substantial", await citizen.Browser.WhoIsItAsync(), StringComparison.Ordinal);
        await citizen.Browser.SubmitAsync("/account/sign-in", "/account/sign-out");
        await citizen.Browser.GetAsync(back);

        Assert.Equal("nobody", await citizen.Browser.WhoIsItAsync());
    }

    /// <summary>Attack 25: an open redirect would lend the sign-in to a foreign page.</summary>
    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("~/permit")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Attack_25_The_sign_in_leads_to_paths_of_this_portal_only(string elsewhere)
    {
        await using var town = await IdentifyingTown.StartAsync();
        var (_, citizen) = await HolderAsync(town);

        Assert.Equal("/", await citizen.SignInAsync(elsewhere));
    }

    /// <summary>The level comes from what the town knows; a claim of the card does not raise it.</summary>
    [Fact]
    public async Task A_card_that_claims_a_high_level_of_assurance_signs_in_no_higher()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var person = town.AnyOf(DemoStory.Eligible);
        using var citizen = town.NewCitizen();
        var claims = new JsonObject { ["assurance_level"] = "high", [CitizenIds.ReferenceClaim] = await town.References.GetOrDrawAsync(person.Id, Cancellation) };
        var draft = new OfferDraft(CitizenIds.ConfigurationId, claims, "citizen-id/test", null, $"citizen-id/{town.Random.NewId()}");
        await citizen.Wallet.ReceiveAsync((await town.Services.GetRequiredService<CredentialOffers>().CreateAsync(draft, Cancellation)).OfferByReference.AbsoluteUri);

        await citizen.SignInAsync();

        Assert.Equal($"{person.Id.Value} CitizenId Substantial", await citizen.Browser.WhoIsItAsync());
    }

    [Fact]
    public async Task A_wallet_that_says_no_signs_nobody_in_and_the_page_offers_another_try()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var (_, citizen) = await HolderAsync(town);

        var reply = await citizen.Wallet.RefuseAsync(await citizen.Browser.StartSignInAsync());
        var page = await citizen.Browser.GetAsync((await citizen.Browser.GetAsync(reply.RedirectUri!)).Location!);

        Assert.NotEqual(HttpStatusCode.OK, page.Status);
        Assert.Contains("Noch einmal anmelden", page.Html, StringComparison.Ordinal);
        Assert.Equal("nobody", await citizen.Browser.WhoIsItAsync());
    }

    [Fact]
    public async Task A_code_counts_two_minutes_and_the_page_then_offers_a_new_one()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var desk = town.NewCitizen();
        var page = await desk.Browser.StartSignInOnDesktopAsync();
        Assert.Equal(("waiting", null), await desk.Browser.PollAsync(page));

        town.Time.Now += TimeSpan.FromMinutes(3);

        Assert.Equal(("done", page), await desk.Browser.AskAsync($"{page}/state"));
        var expired = await desk.Browser.GetAsync(page);
        Assert.Equal(HttpStatusCode.Gone, expired.Status);
        Assert.Contains("returnUrl=%2Fwho-is-it", expired.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_session_ends_by_signing_out_or_after_twelve_hours(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (_, citizen) = await HolderAsync(town);
        await citizen.SignInAsync();
        town.Time.Now += TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1);
        Assert.NotEqual("nobody", await citizen.Browser.WhoIsItAsync());
        town.Time.Now += TimeSpan.FromSeconds(1);
        Assert.Equal("nobody", await citizen.Browser.WhoIsItAsync());

        await citizen.SignInAsync();
        Assert.NotEqual("nobody", await citizen.Browser.WhoIsItAsync());
        await citizen.Browser.SubmitAsync("/account/sign-in", "/account/sign-out");
        Assert.Equal("nobody", await citizen.Browser.WhoIsItAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Sign_ins_that_led_to_nothing_are_forgotten_after_an_hour(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var citizen = town.NewCitizen();
        await citizen.Browser.StartSignInAsync();
        var round = town.Services.GetServices<IHostedService>().OfType<ForgetSignIns>().Single();

        town.Time.Now += TimeSpan.FromMinutes(59);
        await round.RunRoundAsync(Cancellation);
        await using var database = await town.OpenDatabaseAsync();
        Assert.Equal(1, await database.SignIns.CountAsync(Cancellation));
        town.Time.Now += TimeSpan.FromMinutes(2);
        await round.RunRoundAsync(Cancellation);
        Assert.Equal(0, await database.SignIns.CountAsync(Cancellation));
    }

    /// <summary>Account and means are two things: the lost wallet ends, the account goes on with the new one.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Attack_29_A_revoked_citizen_ID_signs_in_no_more_and_the_new_one_leads_to_the_same_account(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (person, lost) = await HolderAsync(town);
        await lost.SignInAsync();
        var account = await AccountOfAsync(town, lost);
        using var revoked = await town.ManagementClient().PostAsJsonAsync("/management/v1/citizen-ids/revocations", new { resident_id = person.Id.Value }, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        town.Time.Now += TimeSpan.FromMinutes(20);
        await lost.Browser.SubmitAsync("/account/sign-in", "/account/sign-out");

        Assert.StartsWith("/account/sign-in/citizen-id/", await lost.SignInAsync(), StringComparison.Ordinal);
        Assert.Equal("nobody", await lost.Browser.WhoIsItAsync());

        using var found = await town.NewCitizenAsync(person);
        await found.GetCitizenIdAsync();
        await found.SignInAsync();
        Assert.Equal(account, await AccountOfAsync(town, found));
    }

    private static async Task<Guid> AccountOfAsync(IdentifyingTown town, Citizen citizen) =>
        (await town.Services.GetRequiredService<Accounts.CitizenSessions>().FindAsync(citizen.Browser.Cookie("modellstadt-session"), Cancellation))!.AccountId;

    /// <summary>Somebody with a citizen ID in the wallet.</summary>
    private static async Task<(DemoPerson Person, Citizen Citizen)> HolderAsync(IdentifyingTown town)
    {
        var person = town.AnyOf(DemoStory.Eligible);
        var citizen = await town.NewCitizenAsync(person);
        await citizen.GetCitizenIdAsync();
        return (person, citizen);
    }
}
