using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Lost answers lose nothing, and whatever is repeated leaves one valid set of copies.</summary>
public sealed class RepetitionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_wallet_that_lost_the_answer_asks_again_and_the_copies_it_never_saw_are_revoked(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();
        await attacker.RequestAsync(visit, attacker.Prove(visit, await attacker.NonceAsync(visit)));
        var lost = Assert.Single(await CopiesAsync(town));

        var copies = await town.Wallet.FetchCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 10);

        var stored = await CopiesAsync(town);
        Assert.Equal(10, copies.Count);
        Assert.Equal(lost.Position, Assert.Single(stored, copy => copy.RevokedAt is not null).Position);
        Assert.Equal(11, stored.Count);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_token_fetches_three_times_and_no_more(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();
        for (var time = 0; time < 3; time++)
            await town.Wallet.FetchCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 2);

        var fourth = await attacker.RequestAsync(visit, attacker.Prove(visit, await attacker.NonceAsync(visit)));

        Assert.Equal((HttpStatusCode.Unauthorized, IssuanceErrors.InvalidToken), (fourth.Status, fourth.Error));
        Assert.Equal(2, (await CopiesAsync(town)).Count(copy => copy.RevokedAt is null));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_offer_fetched_a_second_time_replaces_the_copies_of_the_first(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await town.Wallet.ReceiveAsync((await town.OfferAsync()).OfferByReference.OriginalString);

        await town.NewWallet().ReceiveAsync((await town.OfferAsync()).OfferByReference.OriginalString);

        var stored = await CopiesAsync(town);
        Assert.Equal((10, 10), (stored.Count(copy => copy.RevokedAt is null), stored.Count(copy => copy.RevokedAt is not null)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_token_of_a_lost_device_ends_when_another_one_fetches_the_offer_anew(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var attacker = new Attacker(town);
        var lost = await attacker.EnterAsync();
        Assert.Equal(HttpStatusCode.OK, (await attacker.RequestAsync(lost, attacker.Prove(lost, await attacker.NonceAsync(lost)))).Status);
        await town.NewWallet().ReceiveAsync((await town.OfferAsync()).OfferByReference.OriginalString);

        var refused = await attacker.RequestAsync(lost, attacker.Prove(lost, await attacker.NonceAsync(lost)));

        Assert.Equal((HttpStatusCode.Unauthorized, IssuanceErrors.InvalidToken), (refused.Status, refused.Error));
        Assert.Equal(10, (await CopiesAsync(town)).Count(copy => copy.RevokedAt is null));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_many_equal_requests_at_once_exactly_one_is_answered(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await using var another = await town.StartAnotherAsync();
        var attacker = new Attacker(town);
        var beside = new Attacker(another);
        var visit = await attacker.EnterAsync();
        var proof = attacker.Prove(visit, await attacker.NonceAsync(visit));

        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => (number % 2 == 0 ? attacker : beside).RequestAsync(visit, proof)));

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(15, replies.Count(reply => reply is { Status: HttpStatusCode.BadRequest, Error: IssuanceErrors.InvalidNonce }));
        Assert.Single(await CopiesAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task However_many_wallets_share_a_token_one_batch_stays_valid(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await using var another = await town.StartAnotherAsync();
        var attacker = new Attacker(town);
        var beside = new Attacker(another);
        var visit = await attacker.EnterAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(async number =>
        {
            var each = number % 2 == 0 ? attacker : beside;
            return await each.RequestAsync(visit, each.Prove(visit, await each.NonceAsync(visit)));
        }));

        Assert.Equal(3, replies.Count(reply => reply.Status == HttpStatusCode.OK));
        Assert.Equal(9, replies.Count(reply => reply is { Status: HttpStatusCode.Unauthorized, Error: IssuanceErrors.InvalidToken }));
        Assert.Single(await CopiesAsync(town), copy => copy.RevokedAt is null);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_revocation_among_requests_leaves_no_valid_copy(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var attacker = new Attacker(town);
        Visit[] visits = [await attacker.EnterAsync(), await attacker.EnterAsync(IssuingTown.LibraryCard)];

        var requests = Enumerable.Range(0, 10).Select(async number =>
        {
            var visit = visits[number % 2];
            return await attacker.RequestAsync(visit, attacker.Prove(visit, await attacker.NonceAsync(visit)));
        }).ToArray();
        await town.Statuses.RevokeAsync(IssuingTown.Subject, Cancellation);
        var replies = await Task.WhenAll(requests);

        Assert.All(replies.Where(reply => reply.Status != HttpStatusCode.OK), reply => Assert.Equal(IssuanceErrors.InvalidToken, reply.Error));
        Assert.DoesNotContain(await CopiesAsync(town), copy => copy.RevokedAt is null);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_revoked_subject_can_fetch_nothing_any_more(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();
        var waiting = await town.OfferAsync(IssuingTown.LibraryCard);

        await town.Statuses.RevokeAsync(IssuingTown.Subject, Cancellation);
        var reply = await attacker.RequestAsync(visit, attacker.Prove(visit, await attacker.NonceAsync(visit)));
        using var offer = await town.Client().GetAsync(waiting.OfferByReference, Cancellation);

        Assert.Equal((HttpStatusCode.Unauthorized, IssuanceErrors.InvalidToken), (reply.Status, reply.Error));
        Assert.Equal(HttpStatusCode.NotFound, offer.StatusCode);
    }

    private static async Task<List<Storage.CopyRow>> CopiesAsync(IssuingTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        return await database.Copies.AsNoTracking().Where(copy => copy.OfferId != null).ToListAsync(Cancellation);
    }
}
