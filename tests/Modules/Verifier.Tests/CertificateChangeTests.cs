using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>The access certificate changes while wallets answer: each question keeps its own to its end.</summary>
public sealed class CertificateChangeTests
{
    private const string Name = "verifier-access-localhost";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task No_question_fails_while_the_access_certificate_changes(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var over = new CancellationTokenSource();
        var wallets = Enumerable.Range(0, 3).Select(_ => AnswerUntilAsync(town, over.Token)).ToArray();

        for (var change = 0; change < 2; change++)
        {
            await RotateAsync(town, HttpStatusCode.Accepted, town.Time.Now.AddSeconds(126));
            for (var step = 0; step < 30; step++)
            {
                town.Time.Now += TimeSpan.FromSeconds(5);
                await Task.Delay(25, Cancellation);
            }
        }

        await over.CancelAsync();
        var clients = (await Task.WhenAll(wallets)).SelectMany(seen => seen).ToList();
        Assert.True(clients.Distinct().Count() >= 3, $"{clients.Count} questions came from too few certificates.");
    }

    [Fact]
    public async Task A_question_asked_before_the_change_is_answered_after_it()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        await RotateAsync(town, HttpStatusCode.Accepted, town.Time.Now.AddSeconds(130));
        town.Time.Now += TimeSpan.FromSeconds(5);
        var before = await town.AskAsync();
        town.Time.Now += TimeSpan.FromSeconds(10);
        var after = await town.AskAsync();
        Assert.NotEqual(ClientOf(town.LinkOf(before)), ClientOf(town.LinkOf(after)));

        town.Time.Now += TimeSpan.FromSeconds(109);
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(town, before)).Status);
        town.Time.Now += TimeSpan.FromSeconds(8);
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(town, after)).Status);
    }

    [Fact]
    public async Task The_change_survives_a_restart_under_the_same_anchor()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var first = ClientOf(town.LinkOf(await town.AskAsync()));
        await RotateAsync(town, HttpStatusCode.Accepted, town.Time.Now.AddSeconds(126));
        town.Time.Now += TimeSpan.FromMinutes(3);

        await town.RestartAsync();

        var started = await town.AskAsync();
        Assert.NotEqual(first, ClientOf(town.LinkOf(started)));
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(town, started)).Status);
    }

    [Fact]
    public async Task A_change_is_announced_longer_ahead_than_a_question_lives()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        await RotateAsync(town, HttpStatusCode.BadRequest, town.Time.Now.AddMinutes(2));
        await RotateAsync(town, HttpStatusCode.Accepted, town.Time.Now.AddMinutes(2).AddSeconds(5));
    }

    [Fact]
    public async Task Nothing_but_the_keeper_sees_a_signing_key_and_it_may_be_slow()
    {
        var keeper = new SlowSigningKeys(TimeSpan.FromMilliseconds(20));
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), keeper);

        var reply = await AnswerAsync(town, await town.AskAsync());

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(1, keeper.CountSignatures(Name));
        Assert.All(Directory.GetFiles(Path.Combine(town.DataDirectory, "keys")), file => Assert.DoesNotContain("PRIVATE KEY", File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static async Task<List<string>> AnswerUntilAsync(VerifyingTown town, CancellationToken over)
    {
        var clients = new List<string>();
        while (!over.IsCancellationRequested)
        {
            var started = await town.AskAsync();
            clients.Add(ClientOf(town.LinkOf(started)));
            Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(town, started)).Status);
        }

        return clients;
    }

    /// <summary>A wallet of its own with a card that nobody has seen, which pins the town's anchor.</summary>
    private static Task<WalletReply> AnswerAsync(VerifyingTown town, StartedPresentation started)
    {
        var wallet = new HeadlessWallet(town.Client(), town.Time, town.Random.Fill)
        {
            Anchors = { town.Services.GetRequiredService<VerifierAnchor>().Certificate },
            Copies = { town.Issuer.Issue(VerifyingTown.CardType, VerifyingTown.Claims, town.Time.Now.AddDays(30)) },
        };
        return wallet.PresentAsync(town.LinkOf(started));
    }

    private static string ClientOf(string link) => Uri.UnescapeDataString(link.Split("client_id=")[1].Split('&')[0]);

    private static async Task RotateAsync(VerifyingTown town, HttpStatusCode expected, DateTimeOffset from)
    {
        using var management = town.ManagementClient();
        using var answer = await management.PostAsJsonAsync($"/management/v1/keys/{Name}/rotations", new { from }, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
    }
}
