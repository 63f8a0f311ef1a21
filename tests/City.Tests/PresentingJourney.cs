using System.Buffers.Text;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>Somebody asks: the person sees who and what, chooses the card, adds what is optional or leaves it, and may say no.</summary>
public sealed class PresentingJourney(CityBrowser city)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("de", "x509_hash", "direct_post.jwt")]
    [InlineData("en", "x509_san_dns", "direct_post")]
    [InlineData("ar", "redirect_uri", "direct_post.jwt")]
    public async Task A_person_chooses_the_card_and_what_of_it_is_shown(string language, string prefix, string mode)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await visitor.TakeDemoIdCardAsync();
        await visitor.TakeDemoIdCardAsync(number: 1);

        var question = await AskAsync(visitor, prefix, mode);
        await page.GetByTestId("cross-yes").ClickAsync();
        await Assertions.Expect(page.GetByTestId("peer")).ToHaveAttributeAsync("data-trusted", prefix == "redirect_uri" ? "false" : "true");
        var shown = page.GetByTestId("asked-claims");
        var first = await shown.InnerTextAsync();
        await page.GetByTestId("card-choice").GetByRole(AriaRole.Radio).Nth(1).CheckAsync();
        await Assertions.Expect(shown).Not.ToHaveTextAsync(first);
        var chosen = await shown.InnerTextAsync();
        await Assertions.Expect(page.GetByTestId("linkability")).ToHaveAttributeAsync("data-left", "10");
        var optional = page.Locator("[data-testid=optional-claim][data-path=birthdate]");
        await Assertions.Expect(optional).Not.ToBeCheckedAsync();
        await visitor.LookCloselyAsync();
        await optional.CheckAsync();
        await visitor.LookAsync(PictureOf("consent-optional", language));
        await page.GetByTestId("show").ClickAsync();
        await page.GetByTestId("sent").WaitForAsync();

        var claims = (JsonObject)(await ReadAsync(visitor, question, "received"))["credentials"]!["card"]!["claims"]!;
        Assert.Contains((string)claims["given_name"]!, chosen, StringComparison.Ordinal);
        Assert.NotNull(claims["birthdate"]);
        Assert.Null(claims["address"]);

        question = await AskAsync(visitor, prefix, mode);
        await page.GetByTestId("cross-yes").ClickAsync();
        await optional.CheckAsync();
        await optional.UncheckAsync();
        await page.GetByTestId("show").ClickAsync();
        await page.GetByTestId("sent").WaitForAsync();
        Assert.Null((await ReadAsync(visitor, question, "received"))["credentials"]!["card"]!["claims"]!["birthdate"]);
        visitor.AssertQuietConsole();
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_person_whose_browser_shows_another_address_is_warned_and_shows_nothing(string language)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await visitor.TakeDemoIdCardAsync();

        var question = await AskAsync(visitor);
        await Assertions.Expect(page.GetByTestId("cross-device")).ToContainTextAsync(visitor.Town.PortalUrl.Authority);
        await Assertions.Expect(page.GetByTestId("asked")).ToHaveCountAsync(0);
        await visitor.LookCloselyAsync();
        await page.GetByTestId("cross-no").ClickAsync();
        await page.GetByTestId("suspected").WaitForAsync();
        await visitor.LookCloselyAsync();
        await visitor.LookAsync(PictureOf("consent-suspected", language));

        await ReadAsync(visitor, question, "refused");
        await visitor.OpenWalletAsync("/history");
        await page.Locator("[data-what=declined]").First.WaitForAsync();
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task Who_sees_no_browser_is_told_when_to_trust_and_a_no_takes_one_tap()
    {
        await using var visitor = await city.PhoneAsync();
        var page = visitor.Page;
        await visitor.TakeDemoIdCardAsync();

        var question = await AskAsync(visitor);
        await page.GetByTestId("cross-none").ClickAsync();
        await page.GetByTestId("no-browser").WaitForAsync();
        await visitor.LookCloselyAsync();
        var (yes, no) = (await page.GetByTestId("show").BoundingBoxAsync(), await page.GetByTestId("refuse").BoundingBoxAsync());
        Assert.Equal((yes!.Width, yes.Height, yes.Y), (no!.Width, no.Height, no.Y));
        await page.GetByTestId("refuse").ClickAsync();
        await page.GetByTestId("declined").WaitForAsync();

        await ReadAsync(visitor, question, "refused");
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task Two_tabs_that_answer_at_once_never_show_the_same_copy()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.TakeDemoIdCardAsync();
        var questions = new List<string> { await AskAsync(visitor, mode: "direct_post") };
        var before = await visitor.OpenSecondTabAsync();
        questions.Add(await AskAsync(visitor, mode: "direct_post"));
        IPage[] tabs = [before, visitor.Page];
        foreach (var tab in tabs)
        {
            await tab.GetByTestId("cross-yes").ClickAsync();
            await tab.GetByTestId("show").WaitForAsync();
        }

        var keys = await Task.WhenAll(tabs.Select(ShowAsync));

        Assert.NotEqual(keys[0], keys[1]);
        foreach (var question in questions)
            await ReadAsync(visitor, question, "received");
        await visitor.OpenWalletAsync();
        await visitor.Page.CardFace(WalletSteps.IdCard).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("copies-left")).ToHaveAttributeAsync("data-left", "8");
        visitor.AssertQuietConsole();
    }

    /// <summary>Agrees; returns the holder's key of the copy that is sent in the clear.</summary>
    private static async Task<string> ShowAsync(IPage tab)
    {
        var sent = await tab.RunAndWaitForRequestAsync(() => tab.GetByTestId("show").ClickAsync(), request => request.PostData?.Contains("vp_token", StringComparison.Ordinal) == true);
        await tab.GetByTestId("sent").WaitForAsync();
        var token = JsonNode.Parse(HttpUtility.ParseQueryString(sent.PostData!)["vp_token"]!)!;
        var payload = ((string)token["card"]![0]!).Split('.')[1];
        return JsonNode.Parse(Base64Url.DecodeFromChars(payload))!["cnf"]!["jwk"]!.ToJsonString();
    }

    /// <summary>The guides are in German and English.</summary>
    private static string? PictureOf(string name, string language) => language is "de" or "en" ? name : null;

    /// <summary>Has the town ask for the given name, and for the date of birth where the person wants to, and opens the question in the wallet.</summary>
    private static async Task<string> AskAsync(Visitor visitor, string prefix = "x509_hash", string mode = "direct_post.jwt")
    {
        using var management = visitor.Town.ManagementClient();
        using var asked = await management.PostAsJsonAsync("/management/v1/presentations", new
        {
            dcql_query = new
            {
                credentials = new[]
                {
                    new
                    {
                        id = "card",
                        format = "dc+sd-jwt",
                        meta = new { vct_values = new[] { WalletSteps.IdCard } },
                        claims = new[] { new { id = "name", path = new[] { "given_name" } }, new { id = "born", path = new[] { "birthdate" } } },
                        claim_sets = new[] { new[] { "name", "born" }, new[] { "name" } },
                    },
                },
            },
            purpose = new { de = "Um Sie am Schalter aufzurufen", en = "To call you at the counter" },
            client_id_prefix = prefix,
            response_mode = mode,
        }, Cancellation);
        Assert.True(asked.IsSuccessStatusCode, await asked.Content.ReadAsStringAsync(Cancellation));
        var question = (await asked.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
        await visitor.Page.GotoAsync((string)question["town_wallet_uri"]!);
        await visitor.Page.GetByTestId("cross-device").WaitForAsync();
        return (string)question["id"]!;
    }

    private static async Task<JsonObject> ReadAsync(Visitor visitor, string question, string state)
    {
        using var management = visitor.Town.ManagementClient();
        var result = (await management.GetFromJsonAsync<JsonObject>($"/management/v1/presentations/{question}", Cancellation))!;
        Assert.Equal(state, (string?)result["state"]);
        return result;
    }
}
