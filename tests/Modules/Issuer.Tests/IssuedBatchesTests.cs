using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>What a lost wallet has can be ended by the notification ids of its batches, and nothing else ends with it (attacks 24 and 29).</summary>
public sealed class IssuedBatchesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_the_lost_wallet_has_ends_and_what_others_have_stays(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (lost, got) = await FetchAsync(town, "permit/lost");
        await FetchAsync(town, "permit/other");
        Assert.Equal(6, await ValidAsync(town));

        await EndAsync(town, got);

        Assert.Equal(3, await ValidAsync(town));
        await using var database = await town.OpenDatabaseAsync();
        Assert.All(await database.Copies.Where(copy => copy.Subject == "permit/lost").ToListAsync(Cancellation), copy => Assert.NotNull(copy.RevokedAt));
        var more = await AskForMoreAsync(town, lost);
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_token"), (more.Status, more.Error));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Repeated_it_changes_nothing_and_an_unknown_id_ends_nothing(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (_, got) = await FetchAsync(town, "permit/lost");
        await FetchAsync(town, "permit/other");

        await EndAsync(town, "guessed");
        Assert.Equal(6, await ValidAsync(town));
        await EndAsync(town, got);
        var first = await StateAsync(town);
        town.Time.Now += TimeSpan.FromMinutes(1);
        await EndAsync(town, got);

        Assert.Equal(first, await StateAsync(town));
    }

    [Fact]
    public async Task A_batch_that_the_wallet_fetched_since_ends_with_the_one_that_is_known()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var (lost, got) = await FetchAsync(town, "permit/lost");
        await town.Wallet.AskForCopiesAsync(lost.Issuer, lost.Configuration, lost.Token, 2);

        await EndAsync(town, got);

        Assert.Equal(0, await ValidAsync(town));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_next_phone_fetched_stays_valid_when_the_lost_one_is_locked_before_or_after(bool lockedFirst)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var (_, got) = await FetchAsync(town, "permit/7");
        town.Time.Now += TimeSpan.FromMinutes(11);
        if (lockedFirst)
            await EndAsync(town, got);
        await FetchAsync(town, "permit/7");
        if (!lockedFirst)
            await EndAsync(town, got);

        Assert.Equal(3, await ValidAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_lock_among_requests_leaves_no_valid_copy(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await using var second = await town.StartAnotherAsync();
        for (var round = 0; round < 5; round++)
        {
            var (lost, got) = await FetchAsync(town, $"permit/{round}");
            await Task.WhenAll(
                AskForMoreAsync(town, lost),
                EndAsync(second, got),
                AskForMoreAsync(town, lost));
        }

        Assert.Equal(0, await ValidAsync(town));
    }

    private static async Task<(Visit Visit, string NotificationId)> FetchAsync(IssuingTown town, string subject)
    {
        var visit = await new Attacker(town).EnterAsync(subject: subject);
        return (visit, (await town.Wallet.AskForCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 3)).Response.NotificationId!);
    }

    private static async Task<IssuerReply> AskForMoreAsync(IssuingTown town, Visit visit)
    {
        var wallet = new Attacker(town);
        return await wallet.RequestAsync(visit, wallet.Prove(visit, await wallet.NonceAsync(visit)));
    }

    private static Task EndAsync(IssuingTown town, string notificationId) =>
        town.Services.GetRequiredService<IssuedBatches>().RevokeAsync([IssuedBatches.FingerprintOf(notificationId)], Cancellation);

    private static async Task<int> ValidAsync(IssuingTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        return await database.Copies.CountAsync(copy => copy.OfferId != null && copy.RevokedAt == null, Cancellation);
    }

    private static async Task<string> StateAsync(IssuingTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        var copies = await database.Copies.OrderBy(copy => copy.List).ThenBy(copy => copy.Position).Select(copy => $"{copy.Position} {copy.RevokedAt}").ToListAsync(Cancellation);
        var lists = await database.StatusLists.Select(list => $"{list.Number} {list.Version}").ToListAsync(Cancellation);
        return string.Join('\n', [.. copies, .. lists]);
    }
}
