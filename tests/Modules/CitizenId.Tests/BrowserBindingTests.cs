using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Registers;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId.Tests;

/// <summary>A request belongs to the browser that started it, and an answer to its request.</summary>
public sealed class BrowserBindingTests
{
    [Fact]
    public async Task Another_browser_sees_nothing()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        using var newcomer = town.NewCitizen();
        using var known = town.NewCitizen();
        await citizen.IdentifyAsync();
        var page = $"/citizen-id/requests/{(await town.ReadRequestAsync()).Id}";
        await known.StartAsync();

        foreach (var stranger in (Browser[])[newcomer.Browser, known.Browser])
        {
            var seen = await stranger.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, seen.Status);
            Assert.Empty(seen.Html);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{page}/state?shown=Offered")).Status);
        }
    }

    [Fact]
    public async Task A_request_that_never_was_looks_like_that_of_somebody_else()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = town.NewCitizen();
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.Browser.GetAsync($"/citizen-id/requests/{town.Random.NewId()}")).Status);
    }

    [Fact]
    public async Task The_way_back_opened_in_another_browser_changes_nothing()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        using var other = town.NewCitizen();
        var back = await citizen.ShowIdCardAsync();
        var request = await town.ReadRequestAsync();
        await other.StartAsync();

        await other.Browser.GetAsync(back);

        Assert.Equal(IdentificationState.Asked, (await ReadAsync(town, request.Id)).State);
        await citizen.Wallet.ReceiveAsync((await citizen.Browser.GetAsync(back)).Location!);
    }

    [Fact]
    public async Task Whoever_passes_the_link_of_an_own_question_on_gets_nothing_of_the_answer()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        using var thief = town.NewCitizen();
        var link = await thief.StartAsync();
        var page = $"/citizen-id/requests/{(await town.ReadRequestAsync()).Id}";

        var back = (await citizen.Wallet.PresentAsync(link)).RedirectUri!;
        await citizen.Browser.GetAsync(back);

        Assert.Equal(("waiting", null), await thief.Browser.PollAsync(page));
        Assert.Equal(IdentificationState.Asked, (await town.ReadRequestAsync()).State);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.Browser.GetAsync(page)).Status);
    }

    [Fact]
    public async Task The_way_back_opened_twice_does_no_harm()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var back = await citizen.ShowIdCardAsync();

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => citizen.Browser.GetAsync(back)));
        Assert.All(opened, page => Assert.Equal(HttpStatusCode.SeeOther, page.Status));
        Assert.Equal(IdentificationState.Granted, (await town.ReadRequestAsync()).State);

        await citizen.Wallet.ReceiveAsync((await citizen.Browser.GetAsync(back)).Location!);
        Assert.Contains("Ihre Bürger-ID ist in der Wallet", (await citizen.Browser.GetAsync((await citizen.Browser.GetAsync(back)).Location!)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?response_code=")]
    [InlineData("?response_code=guessed")]
    [InlineData("?response_code=a&response_code=b")]
    public async Task A_code_that_is_none_changes_nothing(string query)
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var back = await citizen.ShowIdCardAsync();
        var request = await town.ReadRequestAsync();

        var page = await citizen.Browser.GetAsync($"/citizen-id/requests/{request.Id}/answer{query}");

        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.Equal(IdentificationState.Asked, (await ReadAsync(town, request.Id)).State);
        await citizen.Wallet.ReceiveAsync((await citizen.Browser.GetAsync(back)).Location!);
    }

    [Fact]
    public async Task The_code_of_another_question_is_not_used_up_by_this_one()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        await citizen.StartAsync();
        var first = await town.ReadRequestAsync();
        var back = await citizen.ShowIdCardAsync();
        var code = back[back.IndexOf("response_code=", StringComparison.Ordinal)..];

        await citizen.Browser.GetAsync($"/citizen-id/requests/{first.Id}/answer?{code}");

        Assert.Equal(IdentificationState.Asked, (await ReadAsync(town, first.Id)).State);
        await citizen.Wallet.ReceiveAsync((await citizen.Browser.GetAsync(back)).Location!);
    }

    [Fact]
    public async Task The_answer_to_another_kind_of_question_is_no_ID_card()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        await citizen.GetCitizenIdAsync();
        await citizen.StartAsync();
        await using var database = await town.OpenDatabaseAsync();
        var waiting = await database.Requests.SingleAsync(request => request.State == IdentificationState.Asked, TestContext.Current.CancellationToken);
        var session = citizen.Browser.Cookie(Kernel.Web.BrowserSession.CookieName);
        var question = await town.Services.GetRequiredService<Presentations>().StartAsync(
            new PresentationDraft(CitizenIds.QueryFor("given_name"), new LocalizedText("Zum Prüfen", "For the test"), "/back", session, CrossDevice: false), TestContext.Current.CancellationToken);
        var reply = await citizen.Wallet.PresentAsync(question.WalletLink(town.Town, crossDevice: false));
        var code = reply.RedirectUri![reply.RedirectUri!.IndexOf("response_code=", StringComparison.Ordinal)..];

        var page = await citizen.Browser.GetAsync($"/citizen-id/requests/{waiting.Id}/answer?{code}");

        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.Equal(IdentificationState.Asked, (await ReadAsync(town, waiting.Id)).State);
    }

    [Fact]
    public async Task The_wallets_no_ends_the_request_in_plain_words()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var reply = await citizen.Wallet.RefuseAsync(await citizen.StartAsync());

        var back = await citizen.Browser.GetAsync(reply.RedirectUri!);

        Assert.Contains("urn:modellstadt:verifier:wallet-said-no", (await citizen.Browser.GetAsync(back.Location!)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_lives_two_minutes_and_then_says_so()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var page = await citizen.StartOnDesktopAsync();

        town.Time.Now += TimeSpan.FromSeconds(119);
        Assert.Equal(("waiting", null), await citizen.Browser.PollAsync(page));
        town.Time.Now += TimeSpan.FromSeconds(1);

        Assert.Equal(("done", page), await citizen.Browser.AskAsync($"{page}/state?shown=Asked"));
        var expired = (await citizen.Browser.GetAsync(page)).Html;
        Assert.Contains("urn:modellstadt:citizen-id:code-expired", expired, StringComparison.Ordinal);
        Assert.Contains("Noch einmal beginnen", expired, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_fetched_too_late_is_refused()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var back = await citizen.ShowIdCardAsync();
        town.Time.Now += TimeSpan.FromMinutes(3);

        var page = (await citizen.Browser.GetAsync(back)).Location!;

        Assert.Contains("urn:modellstadt:verifier:answer-too-old", (await citizen.Browser.GetAsync(page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_network_cannot_start_requests_without_end()
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), ("Verifier:QuestionsPerMinute", "3"));
        using var citizen = town.NewCitizen();
        for (var number = 0; number < 3; number++)
            await citizen.StartAsync();

        Assert.Null((await citizen.Browser.SubmitAsync("/citizen-id", "/citizen-id/requests", ("device", "same"))).Location);
        await using var database = await town.OpenDatabaseAsync();
        Assert.Equal(3, await database.Requests.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_form_from_another_site_starts_nothing()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = town.NewCitizen();
        using var http = new HttpClient(town.Line()) { BaseAddress = town.Town.PublicUrl };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("device", "same")]);

        using var answer = await http.PostAsync(new Uri("/citizen-id/requests", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<IdentificationRequest> ReadAsync(IdentifyingTown town, Guid id)
    {
        await using var database = await town.OpenDatabaseAsync();
        return await database.Requests.AsNoTracking().SingleAsync(request => request.Id == id, TestContext.Current.CancellationToken);
    }
}
