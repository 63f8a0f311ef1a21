using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.CitizenId.Tests;

/// <summary>The register does not answer: the request waits, nothing is lost.</summary>
public sealed class WaitingTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_request_waits_for_the_register_and_goes_on(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        await town.SilenceRegisterAsync(true);

        var page = await citizen.IdentifyAsync();

        Assert.Contains("Das Melderegister antwortet gerade nicht", (await citizen.Browser.GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Equal(("waiting", null), await citizen.Browser.PollAsync(page));
        await town.RetryLookupsAsync();
        Assert.Equal(IdentificationState.Looking, (await town.ReadRequestAsync()).State);

        await town.SilenceRegisterAsync(false);
        await town.RetryLookupsAsync();
        Assert.Equal(IdentificationState.Granted, (await town.ReadRequestAsync()).State);
        Assert.Equal(("done", page), await citizen.Browser.AskAsync($"{page}/state?shown=Looking"));
        await citizen.Wallet.ReceiveAsync(Links.IntoWallet((await citizen.Browser.GetAsync(page)).Html, "/receive?"));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_restart_in_between_loses_nothing(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        await town.SilenceRegisterAsync(true);
        var page = await citizen.IdentifyAsync();

        await town.RestartAsync();
        await town.RetryLookupsAsync();

        var offered = await citizen.Browser.GetAsync(page);
        Assert.Contains("Ihre Bürger-ID ist bereit", offered.Html, StringComparison.Ordinal);
        var link = Links.IntoWallet(offered.Html, "/receive?");
        await town.RestartAsync();
        await citizen.Wallet.ReceiveAsync(link);
        Assert.Contains("Ihre Bürger-ID ist in der Wallet", (await citizen.Browser.GetAsync(page)).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_restart_while_the_wallet_is_asked_loses_nothing(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var link = await citizen.StartAsync();

        await town.RestartAsync();
        var reply = await citizen.Wallet.PresentAsync(link);
        await town.RestartAsync();

        await citizen.Wallet.ReceiveAsync((await citizen.Browser.GetAsync(reply.RedirectUri!)).Location!);
    }

    [Fact]
    public async Task Everybody_who_waited_gets_an_answer_in_one_round()
    {
        await using var town = await IdentifyingTown.StartAsync();
        await town.SilenceRegisterAsync(true);
        foreach (var story in (DemoStory[])[DemoStory.Eligible, DemoStory.NameUnknown, DemoStory.MovedAway])
        {
            using var citizen = await town.NewCitizenAsync(town.AnyOf(story));
            await citizen.IdentifyAsync();
        }

        await town.SilenceRegisterAsync(false);
        await town.RetryLookupsAsync();

        await using var database = await town.OpenDatabaseAsync();
        var states = await database.Requests.OrderBy(request => request.State).Select(request => request.State).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([IdentificationState.Granted, IdentificationState.Refused, IdentificationState.Refused], states);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Several_who_look_up_at_once_decide_once(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        await town.SilenceRegisterAsync(true);
        var page = await citizen.IdentifyAsync();
        await town.SilenceRegisterAsync(false);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => number % 2 == 0 ? town.RetryLookupsAsync() : citizen.Browser.GetAsync(page)));

        await using var database = await town.OpenDatabaseAsync();
        Assert.Equal("citizen-id-granted", Assert.Single(await database.Audit.ToListAsync(TestContext.Current.CancellationToken)).Action);
    }

    [Fact]
    public async Task A_page_does_not_flicker_while_the_register_is_away_after_the_grant()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        await citizen.IdentifyAsync();
        var page = $"/citizen-id/requests/{(await town.ReadRequestAsync()).Id}";
        await town.SilenceRegisterAsync(true);

        Assert.Contains("Das Melderegister antwortet gerade nicht", (await citizen.Browser.GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Equal(("waiting", null), await citizen.Browser.AskAsync($"{page}/state?shown=Looking"));

        await town.SilenceRegisterAsync(false);
        Assert.Equal(("done", page), await citizen.Browser.AskAsync($"{page}/state?shown=Looking"));
        Assert.Contains("Ihre Bürger-ID ist bereit", (await citizen.Browser.GetAsync(page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_requests_are_forgotten_after_30_days()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        await citizen.IdentifyAsync();

        town.Time.Now += TimeSpan.FromDays(29);
        await town.Services.GetRequiredService<RetentionRound>().RunRoundAsync(TestContext.Current.CancellationToken);
        Assert.Equal(IdentificationState.Granted, (await town.ReadRequestAsync()).State);

        town.Time.Now += TimeSpan.FromDays(2);
        await town.Services.GetRequiredService<RetentionRound>().RunRoundAsync(TestContext.Current.CancellationToken);
        await using var database = await town.OpenDatabaseAsync();
        Assert.Equal(0, await database.Requests.CountAsync(TestContext.Current.CancellationToken));
    }
}
