using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>How an offer reaches a wallet, and how it ends.</summary>
public sealed class OfferTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_way_leads_to_the_same_offer(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var offer = await town.OfferAsync();
        var typed = await town.Wallet.LookUpOfferAsync(town.Town.PublicUrl, TypedCode.Show(offer.Code).ToLowerInvariant());

        string[] ways = [offer.OfferByReference.OriginalString, offer.AnyWalletLink.OriginalString, offer.WalletLink(town.Town).OriginalString, typed];
        var opened = await Task.WhenAll(ways.Select(town.Wallet.OpenOfferAsync));

        Assert.Single(opened.Select(each => each.PreAuthorizedCode).Distinct());
        Assert.StartsWith("openid-credential-offer://?credential_offer_uri=", offer.AnyWalletLink.OriginalString, StringComparison.Ordinal);
        Assert.Equal(town.Town.At("/issuers/town"), opened[0].CredentialIssuer);
        Assert.Equal([IssuingTown.Permit], opened[0].ConfigurationIds);
        Assert.Null(opened[0].TransactionCode);
    }

    [Fact]
    public async Task A_link_carries_nothing_but_a_reference()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var offer = await town.OfferAsync();

        var opened = await town.Wallet.OpenOfferAsync(offer.OfferByReference.OriginalString);

        var links = offer.AnyWalletLink.OriginalString + offer.WalletLink(town.Town) + offer.OfferByReference;
        Assert.DoesNotContain(opened.PreAuthorizedCode!, links, StringComparison.Ordinal);
        Assert.DoesNotContain(offer.Id.ToString("N"), links.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("GE-AB", links, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_is_kept_by_no_cache()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var offer = await town.OfferAsync();

        using var byReference = await town.Client().GetAsync(offer.OfferByReference, Cancellation);
        using var byCode = await town.Client().GetAsync($"/issuers/codes/{offer.Code}", Cancellation);

        Assert.Equal("no-store", byReference.Headers.CacheControl!.ToString());
        Assert.Equal("no-store", byCode.Headers.CacheControl!.ToString());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task After_ten_minutes_an_offer_is_over(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var offer = await town.OfferAsync();
        town.Time.Now += TimeSpan.FromMinutes(10);

        await AssertGoneAsync(town, offer);
        Assert.Equal(OfferState.Expired, await town.Offers.ReadStateAsync(offer.Id, Cancellation));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_fetched_offer_is_gone_for_everybody_else(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var offer = await town.OfferAsync();
        await town.Wallet.ReceiveAsync(offer.OfferByReference.OriginalString);

        await AssertGoneAsync(town, offer);
    }

    [Fact]
    public async Task An_offer_lies_only_at_its_own_issuer()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var offer = await town.OfferAsync();

        using var answer = await town.Client().GetAsync(offer.OfferByReference.AbsolutePath.Replace("/town/", "/library/", StringComparison.Ordinal), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_draft_again_is_the_same_offer_even_after_a_restart(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var first = await town.OfferAsync();
        await using var restarted = await town.StartAnotherAsync();

        Assert.Equal(first, await restarted.OfferAsync());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_ended_offer_opens_again_with_fresh_codes(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var first = await town.OfferAsync();
        var old = await town.Wallet.OpenOfferAsync(first.OfferByReference.OriginalString);
        town.Time.Now += TimeSpan.FromMinutes(9);

        var again = await town.OfferAsync();
        var opened = await town.Wallet.OpenOfferAsync(again.OfferByReference.OriginalString);

        Assert.Equal(first.Id, again.Id);
        Assert.NotEqual(first.OfferByReference, again.OfferByReference);
        Assert.NotEqual(first.Code, again.Code);
        Assert.NotEqual(old.PreAuthorizedCode, opened.PreAuthorizedCode);
        await AssertGoneAsync(town, first);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Many_calls_at_once_for_the_same_thing_make_one_offer(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));

        var offers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => town.OfferAsync()));

        Assert.Single(offers.Distinct());
    }

    [Fact]
    public async Task Guessing_typed_codes_is_slowed_down()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), ("Issuer:TypedCodesPerMinute", "3"));
        using var client = town.Client();
        for (var guess = 0; guess < 3; guess++)
        {
            using var wrong = await client.GetAsync($"/issuers/codes/A222-222{guess + 2}", Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        }

        using var slowed = await client.GetAsync("/issuers/codes/A222-2226", Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), slowed.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_draft_the_issuer_cannot_keep_is_refused_at_once()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        OfferDraft[] drafts =
        [
            new("unknown", [], "x", null, "1"),
            new(IssuingTown.Permit, new JsonObject { ["exp"] = 1 }, "x", null, "2"),
            new(IssuingTown.Permit, new JsonObject { ["_sd"] = new JsonArray() }, "x", null, "3"),
            new(IssuingTown.Permit, new JsonObject { ["zone"] = new JsonObject { ["..."] = "x" } }, "x", null, "4"),
            new(IssuingTown.Permit, [], "x", null, "5", TransactionCodeLength: 3),
        ];

        foreach (var draft in drafts)
            await Assert.ThrowsAsync<ArgumentException>(() => town.Offers.CreateAsync(draft, Cancellation));
    }

    private static async Task AssertGoneAsync(IssuingTown town, CredentialOffer offer)
    {
        using var byReference = await town.Client().GetAsync(offer.OfferByReference, Cancellation);
        using var byCode = await town.Client().GetAsync($"/issuers/codes/{offer.Code}", Cancellation);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (byReference.StatusCode, byCode.StatusCode));
        Assert.Contains("urn:modellstadt:issuer:offer-gone", await byReference.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
