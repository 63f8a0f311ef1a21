using System.Net;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>A code told on another way keeps a photographed QR code from being enough.</summary>
public sealed class TransactionCodeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task With_the_right_code_the_wallet_gets_its_copies(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var offer = await town.OfferAsync(transactionCodeLength: 6);

        var opened = await town.Wallet.OpenOfferAsync(offer.OfferByReference.OriginalString);
        var copies = await town.Wallet.ReceiveAsync(offer.AnyWalletLink.OriginalString, offer.TransactionCode);

        Assert.Matches("^[0-9]{6}$", offer.TransactionCode);
        Assert.Equal(new TransactionCode(Digits: true, Length: 6), opened.TransactionCode);
        Assert.Equal(10, copies.Count);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task After_four_wrong_codes_the_right_one_is_still_good(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var offer = await town.OfferAsync(transactionCodeLength: 6);
        var opened = await town.Wallet.OpenOfferAsync(offer.OfferByReference.OriginalString);

        for (var guess = 0; guess < 4; guess++)
            Assert.Equal(IssuanceErrors.InvalidGrant, (await TryAsync(town, opened, Wrong(offer, guess))).Error);

        Assert.Equal(HttpStatusCode.OK, (await TryAsync(town, opened, offer.TransactionCode)).Status);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Five_wrong_codes_end_the_offer(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var offer = await town.OfferAsync(transactionCodeLength: 6);
        var opened = await town.Wallet.OpenOfferAsync(offer.OfferByReference.OriginalString);

        for (var guess = 0; guess < 5; guess++)
            Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidGrant), Short(await TryAsync(town, opened, Wrong(offer, guess))));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidGrant), Short(await TryAsync(town, opened, offer.TransactionCode)));
        Assert.Equal(OfferState.Expired, await town.Offers.ReadStateAsync(offer.Id, Cancellation));
        using var gone = await town.Client().GetAsync(offer.OfferByReference, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Guessing_in_parallel_gives_no_more_tries(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var offer = await town.OfferAsync(transactionCodeLength: 6);
        var opened = await town.Wallet.OpenOfferAsync(offer.OfferByReference.OriginalString);

        var replies = await Task.WhenAll(Enumerable.Range(0, 30).Select(guess => TryAsync(town, opened, Wrong(offer, guess))));

        Assert.All(replies, reply => Assert.Equal(IssuanceErrors.InvalidGrant, reply.Error));
        Assert.Equal(5, replies.Count(reply => reply.Description!.Contains("transaction code", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_missing_code_is_asked_for_and_counts_as_no_try()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var offer = await town.OfferAsync(transactionCodeLength: 6);
        var opened = await town.Wallet.OpenOfferAsync(offer.OfferByReference.OriginalString);

        for (var attempt = 0; attempt < 6; attempt++)
            Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidRequest), Short(await TryAsync(town, opened, null)));

        Assert.Equal(HttpStatusCode.OK, (await TryAsync(town, opened, offer.TransactionCode)).Status);
    }

    [Fact]
    public async Task An_offer_opened_again_has_another_code_and_new_tries()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var first = await town.OfferAsync(transactionCodeLength: 6);
        var opened = await town.Wallet.OpenOfferAsync(first.OfferByReference.OriginalString);
        for (var guess = 0; guess < 5; guess++)
            await TryAsync(town, opened, Wrong(first, guess));

        var again = await town.OfferAsync(transactionCodeLength: 6);

        Assert.NotEqual(first.TransactionCode, again.TransactionCode);
        Assert.Equal(10, (await town.Wallet.ReceiveAsync(again.OfferByReference.OriginalString, again.TransactionCode)).Count);
    }

    private static (HttpStatusCode, string?) Short(IssuerReply reply) => (reply.Status, reply.Error);

    private static string Wrong(CredentialOffer offer, int guess) =>
        Enumerable.Range(100_000 + guess, 2).Select(number => $"{number}").First(code => code != offer.TransactionCode);

    private static async Task<IssuerReply> TryAsync(IssuingTown town, CredentialOfferObject offer, string? transactionCode) =>
        await town.Wallet.PostTokenRequestAsync(new Uri(town.Town.At("/issuers/town/token")), new TokenRequest(offer.PreAuthorizedCode!, transactionCode).ToForm());
}
