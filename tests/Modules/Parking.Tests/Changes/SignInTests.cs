using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Changes;

/// <summary>Who sees a permit on the holder's page, and for how long.</summary>
[Collection(SharedTowns.Name)]
public sealed class SignInTests(PermitTowns towns)
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Whoever_has_just_applied_sees_the_permit_without_a_further_sign_in(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();

        var page = await citizen.OpenMineAsync();

        var permit = await town.PermitOfAsync(citizen);
        Assert.Contains(permit.PermitNumber, page.Html, StringComparison.Ordinal);
        Assert.Contains(permit.Plates, page.Html, StringComparison.Ordinal);
        Assert.Contains("Der Ausweis wurde bewilligt", page.Html, StringComparison.Ordinal);
        Assert.Contains("30,00 €", page.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_citizen_id_opens_the_permit_in_another_browser_and_the_wallet_is_asked_for_the_reference_only(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var other = town.NewBrowser();

        var request = (await citizen.Wallet.OpenRequestAsync(await citizen.StartSignInAsync(other))).Request;
        Assert.Equal("""["resident_reference"]""", Assert.Single(Assert.Single(request.Query.Credentials).Claims).ToJson()["path"]!.ToJsonString());
        Assert.Contains("zurückgeben", request.Purpose!.German, StringComparison.Ordinal);

        var page = await citizen.SignInAsync(other);

        Assert.Contains((await town.PermitOfAsync(citizen)).PermitNumber, page.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Without_a_sign_in_nothing_is_seen(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();

        var page = await citizen.OpenMineAsync(town.NewBrowser());

        Assert.DoesNotContain((await town.PermitOfAsync(citizen)).PermitNumber, page.Html, StringComparison.Ordinal);
        Assert.Contains("Mit der Bürger-ID anmelden", page.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_answer_of_the_wallet_signs_in_the_browser_that_asked_and_no_other(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var (asking, stranger) = (town.NewBrowser(), town.NewBrowser());
        await citizen.StartSignInAsync(stranger);
        var reply = await citizen.Wallet.PresentAsync(await citizen.StartSignInAsync(asking));

        await stranger.OpenAsync(reply.RedirectUri!);

        Assert.Contains("Mit der Bürger-ID anmelden", (await citizen.OpenMineAsync(stranger)).Html, StringComparison.Ordinal);
        await asking.OpenAsync(reply.RedirectUri!);
        Assert.DoesNotContain("Mit der Bürger-ID anmelden", (await citizen.OpenMineAsync(asking)).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Signing_out_ends_the_session_of_this_browser_only(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var other = town.NewBrowser();
        await citizen.SignInAsync(other);

        await other.SendFormAsync("/account/sign-out");

        Assert.Contains("Mit der Bürger-ID anmelden", (await citizen.OpenMineAsync(other)).Html, StringComparison.Ordinal);
        Assert.Contains((await town.PermitOfAsync(citizen)).PermitNumber, (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_page_of_another_site_signs_nobody_out(DatabaseKind kind)
    {
        var citizen = await (await towns.OnAsync(kind)).CitizenAsync();
        await citizen.GetPermitAsync();

        var refused = await citizen.Browser.SendForeignFormAsync("/account/sign-out");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Abmelden", (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_session_ends_after_twelve_hours(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();

        town.Time.Now += TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1);
        Assert.Contains("Abmelden", (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);
        town.Time.Now += TimeSpan.FromSeconds(1);
        Assert.Contains("Mit der Bürger-ID anmelden", (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Twelve_hours_later_a_new_phone_and_another_browser_get_the_card_again_and_the_permit_was_valid_all_the_time(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.Wallet.ReceiveAsync((await citizen.GetPermitAsync()).Onwards!);
        var lost = citizen.Wallet.Copies[^1];
        Assert.True(await town.AcceptsAsync(citizen, lost));
        town.Time.Now += TimeSpan.FromHours(13);

        var again = await town.CitizenAsync(citizen.Person);
        await again.SignInAsync(again.Browser);
        var offered = await again.Browser.SendFormAsync("/permit/mine/card", ("device", "same"));
        var copies = await again.Wallet.ReceiveAsync(offered.Onwards!);

        Assert.Equal((await town.PermitOfAsync(citizen)).PermitNumber, (string?)copies[0].Credential.Claims["permit_number"]);
        await town.EventuallyAsync(async () => !await town.AcceptsAsync(citizen, lost));
        Assert.True(await town.AcceptsAsync(again, again.Wallet.Copies[^1]));
        Assert.Equal(1, await town.ReadAsync(database => database.Permits.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task From_a_desktop_the_pages_of_sign_in_and_card_go_on_by_themselves(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.Wallet.ReceiveAsync((await citizen.GetPermitAsync()).Onwards!);
        var desktop = town.NewBrowser();
        await citizen.OpenMineAsync(desktop);

        var asked = await desktop.OpenAsync((await desktop.SendFormAsync("/account/sign-in/citizen-id", ("device", "other"), ("returnUrl", "/permit/mine"))).Onwards!);
        Assert.Null(await citizen.PollAsync(asked, desktop));
        Assert.Null((await citizen.Wallet.PresentAsync(citizen.LinkIn(asked))).RedirectUri);
        var answered = await desktop.OpenAsync((await citizen.PollAsync(asked, desktop))!);
        Assert.Equal("/permit/mine", answered.Onwards);
        await desktop.OpenAsync(answered.Onwards!);

        var card = await desktop.OpenAsync((await desktop.SendFormAsync("/permit/mine/card", ("device", "other"))).Onwards!);
        Assert.Null(await citizen.PollAsync(card, desktop));
        await citizen.Wallet.ReceiveAsync(citizen.LinkIn(card));
        Assert.Equal("/permit/mine", await citizen.PollAsync(card, desktop));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Whoever_has_no_permit_is_led_to_the_application(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync(DemoStory.NoVehicle);

        var page = await citizen.SignInAsync(citizen.Browser);

        Assert.Contains("noch keinen Bewohnerparkausweis", page.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_wallet_that_says_no_signs_nobody_in_and_the_page_says_so(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        var link = await citizen.StartSignInAsync(citizen.Browser);

        var reply = await citizen.Wallet.RefuseAsync(link);
        var answered = await citizen.Browser.OpenAsync(reply.RedirectUri!);

        Assert.StartsWith("/account/sign-in/citizen-id/", answered.Onwards, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await citizen.Browser.OpenAsync(answered.Onwards!)).Status);
        Assert.Contains("Mit der Bürger-ID anmelden", (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);
    }
}
