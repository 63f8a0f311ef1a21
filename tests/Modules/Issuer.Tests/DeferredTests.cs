using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Credentials that are decided on after the wallet has asked for them (OpenID4VCI 1.0, section 9).</summary>
public sealed class DeferredTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("VCIEnsureIntervalPresentInDeferredResponse")]
    [Oidf("VCIWalletTestCredentialIssuance")]
    public async Task A_wallet_waits_for_the_release_and_proves_its_keys_only_once(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (visit, offer) = await EnterAsync(town);

        var asked = await town.Wallet.AskForCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 10);
        var waiting = await town.Offers.ReadStateAsync(offer, Cancellation);
        var again = await town.Wallet.AskAgainAsync(visit.Issuer, visit.Token, asked);
        var decision = await town.Offers.ReleaseAsync(offer, new JsonObject { ["plate"] = "GE-CD 456" }, Cancellation);
        var fetched = await town.Wallet.AskAgainAsync(visit.Issuer, visit.Token, again);
        var copies = town.Wallet.Keep(visit.Issuer, visit.Configuration, fetched.Keys, fetched.Response);

        Assert.Equal((OfferState.Deferred, IssuanceDecision.Released), (waiting, decision));
        Assert.Equal(TimeSpan.FromSeconds(10), asked.Response.Deferred!.Interval);
        Assert.Equal(asked.Response.Deferred, again.Response.Deferred);
        Assert.Equal(10, copies.Count);
        Assert.All(copies, copy => Assert.Equal("GE-CD 456", (string?)copy.Credential.Claims["plate"]));
        Assert.Equal(OfferState.Redeemed, await town.Offers.ReadStateAsync(offer, Cancellation));
    }

    [Fact]
    public async Task Not_ready_is_202_and_kept_by_no_cache()
    {
        var (visit, _) = await EnterAsync(shared.Town);
        var attacker = new Attacker(shared.Town);

        var first = await attacker.RequestAsync(visit, attacker.Prove(visit, await attacker.NonceAsync(visit)));
        var again = await PostAsync(shared.Town, visit, TransactionOf(first));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.Status, again.Status));
        Assert.Equal(("no-store", "no-store"), (first.Headers.CacheControl!.ToString(), again.Headers.CacheControl!.ToString()));
    }

    [Fact]
    public async Task A_deferred_answer_is_encrypted_for_the_key_of_the_last_question()
    {
        var (visit, offer) = await EnterAsync(shared.Town);
        var wallet = shared.Town.NewWallet(encrypts: true);

        var asked = await wallet.AskForCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 2);
        await shared.Town.Offers.ReleaseAsync(offer, claims: null, Cancellation);
        var fetched = await wallet.AskAgainAsync(visit.Issuer, visit.Token, asked);

        Assert.Equal(2, wallet.Keep(visit.Issuer, visit.Configuration, fetched.Keys, fetched.Response).Count);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_wallet_that_lost_the_answer_asks_again_and_the_copies_it_never_saw_are_revoked(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (visit, offer) = await EnterAsync(town);
        var asked = await town.Wallet.AskForCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 3);
        await town.Offers.ReleaseAsync(offer, claims: null, Cancellation);

        await town.Wallet.AskAgainAsync(visit.Issuer, visit.Token, asked);
        var second = await town.Wallet.AskAgainAsync(visit.Issuer, visit.Token, asked);

        Assert.Equal(3, town.Wallet.Keep(visit.Issuer, visit.Configuration, second.Keys, second.Response).Count);
        await using var database = await town.OpenDatabaseAsync();
        Assert.Equal((3, 3), (await CountAsync(database.Copies, valid: true), await CountAsync(database.Copies, valid: false)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_transaction_ends_when_the_wallet_says_that_it_has_its_copies(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (visit, offer) = await EnterAsync(town);
        var asked = await town.Wallet.AskForCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 3);
        await town.Offers.ReleaseAsync(offer, claims: null, Cancellation);
        var fetched = await town.Wallet.AskAgainAsync(visit.Issuer, visit.Token, asked);

        await town.Wallet.NotifyAsync(visit.Issuer, visit.Token, new NotificationRequest(fetched.Response.NotificationId!, IssuanceEvent.Accepted));
        var again = await PostAsync(town, visit, asked.Response.Deferred!.TransactionId);

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidTransactionId), (again.Status, again.Error));
        await using var database = await town.OpenDatabaseAsync();
        Assert.Equal((3, 0), (await CountAsync(database.Copies, valid: true), await CountAsync(database.Copies, valid: false)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_transaction_survives_a_restart_of_the_server(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (visit, offer) = await EnterAsync(town);
        var asked = await town.Wallet.AskForCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 3);

        await using var restarted = await town.StartAnotherAsync();
        await restarted.Offers.ReleaseAsync(offer, claims: null, Cancellation);
        var fetched = await restarted.Wallet.AskAgainAsync(visit.Issuer, visit.Token, asked);

        Assert.Equal(3, fetched.Response.Credentials.Count);
    }

    [Fact]
    public async Task A_refused_offer_is_never_issued()
    {
        var (visit, offer) = await EnterAsync(shared.Town);
        var asked = await shared.Town.Wallet.AskForCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 2);
        var attacker = new Attacker(shared.Town);

        var decision = await shared.Town.Offers.RefuseAsync(offer, Cancellation);
        var deferred = await PostAsync(shared.Town, visit, asked.Response.Deferred!.TransactionId);
        var anew = await attacker.RequestAsync(visit, attacker.Prove(visit, await attacker.NonceAsync(visit)));

        Assert.Equal(IssuanceDecision.Refused, decision);
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.CredentialRequestDenied), (deferred.Status, deferred.Error));
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.CredentialRequestDenied), (anew.Status, anew.Error));
        Assert.Equal(OfferState.Refused, await shared.Town.Offers.ReadStateAsync(offer, Cancellation));
    }

    [Fact]
    public async Task A_decision_stands()
    {
        var (_, released) = await EnterAsync(shared.Town);
        var (_, refused) = await EnterAsync(shared.Town);

        await shared.Town.Offers.ReleaseAsync(released, claims: null, Cancellation);
        await shared.Town.Offers.RefuseAsync(refused, Cancellation);

        Assert.Equal(IssuanceDecision.Released, await shared.Town.Offers.RefuseAsync(released, Cancellation));
        Assert.Equal(IssuanceDecision.Refused, await shared.Town.Offers.ReleaseAsync(refused, claims: null, Cancellation));
        Assert.Null(await shared.Town.Offers.ReleaseAsync(new Guid(7, 0, 0, new byte[8]), claims: null, Cancellation));
    }

    [Fact]
    public async Task A_transaction_id_of_somebody_else_is_none()
    {
        var (mine, _) = await EnterAsync(shared.Town);
        var (yours, _) = await EnterAsync(shared.Town);
        var asked = await shared.Town.Wallet.AskForCopiesAsync(yours.Issuer, yours.Configuration, yours.Token, 2);

        var stolen = await PostAsync(shared.Town, mine, asked.Response.Deferred!.TransactionId);
        var guessed = await PostAsync(shared.Town, mine, "8xLOxBtZp8");
        var own = await PostAsync(shared.Town, yours, asked.Response.Deferred!.TransactionId);

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidTransactionId), (stolen.Status, stolen.Error));
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidTransactionId), (guessed.Status, guessed.Error));
        Assert.Equal(HttpStatusCode.Accepted, own.Status);
    }

    [Fact]
    public async Task Without_a_good_token_no_transaction_is_answered()
    {
        var (visit, offer) = await EnterAsync(shared.Town);
        var asked = await shared.Town.Wallet.AskForCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 2);
        await shared.Town.Offers.ReleaseAsync(offer, claims: null, Cancellation);

        var without = await PostAsync(shared.Town, visit with { Token = "stolen" }, asked.Response.Deferred!.TransactionId);

        Assert.Equal((HttpStatusCode.Unauthorized, IssuanceErrors.InvalidToken), (without.Status, without.Error));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_revoked_subject_waits_in_vain(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (visit, offer) = await EnterAsync(town);
        var asked = await town.Wallet.AskForCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 2);

        await town.Statuses.RevokeAsync("deferred", Cancellation);
        await town.Offers.ReleaseAsync(offer, claims: null, Cancellation);
        var reply = await PostAsync(town, visit, asked.Response.Deferred!.TransactionId);

        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        await using var database = await town.OpenDatabaseAsync();
        Assert.Empty(await database.Deferrals.ToListAsync(Cancellation));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_script_offers_releases_and_reads_what_the_wallet_said(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var script = town.ManagementClient();
        using var created = await script.PostAsJsonAsync("/management/v1/offers", new JsonObject
        {
            ["credential_configuration_id"] = IssuingTown.Permit, ["claims"] = new JsonObject { ["plate"] = "GE-XY 9" }, ["subject"] = "script/1", ["deferred"] = true,
        }, Cancellation);
        var offer = (await created.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
        var address = $"/management/v1/offers/{offer["id"]}";
        var opened = await town.Wallet.OpenOfferAsync((string)offer["wallet_uri"]!);
        var issuer = await town.Wallet.ReadIssuerAsync(opened);
        var token = await town.Wallet.FetchTokenAsync(issuer, opened);
        var asked = await town.Wallet.AskForCopiesAsync(issuer, IssuingTown.Permit, token, 2);

        Assert.Equal("deferred", await StateAsync(script, address));
        using var reserved = await script.PutAsJsonAsync($"{address}/release", new JsonObject { ["claims"] = new JsonObject { ["exp"] = 1 } }, Cancellation);
        using var released = await script.PutAsJsonAsync($"{address}/release", new JsonObject(), Cancellation);
        using var repeated = await script.PutAsJsonAsync($"{address}/release", new JsonObject { ["claims"] = new JsonObject { ["plate"] = "GE-ZZ 1" } }, Cancellation);
        using var turned = await script.PutAsync($"{address}/refusal", null, Cancellation);
        var fetched = await town.Wallet.AskAgainAsync(issuer, token, asked);
        await town.Wallet.NotifyAsync(issuer, token, new NotificationRequest(fetched.Response.NotificationId!, IssuanceEvent.Accepted));

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.Conflict),
            (reserved.StatusCode, released.StatusCode, repeated.StatusCode, turned.StatusCode));
        Assert.Equal("GE-XY 9", (string?)town.Wallet.Keep(issuer, IssuingTown.Permit, fetched.Keys, fetched.Response)[0].Credential.Claims["plate"]);
        var state = (await script.GetFromJsonAsync<JsonObject>(address, Cancellation))!;
        Assert.Equal(("redeemed", "credential_accepted"), ((string?)state["state"], (string?)state["notification"]!["event"]));
    }

    private static async Task<string?> StateAsync(HttpClient script, string address) => (string?)(await script.GetFromJsonAsync<JsonObject>(address, Cancellation))!["state"];

    private static async Task<(Visit Visit, Guid Offer)> EnterAsync(IssuingTown town)
    {
        var offer = await town.Offers.CreateAsync(new OfferDraft(IssuingTown.Permit, IssuingTown.Claims, "deferred", null, $"deferred/{town.Random.NewId()}") { Deferred = true }, Cancellation);
        var opened = await town.Wallet.OpenOfferAsync(offer.OfferByReference.OriginalString);
        var issuer = await town.Wallet.ReadIssuerAsync(opened);
        return (new Visit(issuer, opened, await town.Wallet.FetchTokenAsync(issuer, opened)), offer.Id);
    }

    private static Task<IssuerReply> PostAsync(IssuingTown town, Visit visit, string transaction) =>
        town.Wallet.SendAsync(visit.Issuer, visit.Issuer.Metadata.DeferredEndpoint!, visit.Token, new DeferredCredentialRequest(transaction).ToJson());

    private static string TransactionOf(IssuerReply reply) => CredentialResponse.Parse(reply.ExpectBody(), 10).Expect().Deferred!.TransactionId;

    private static Task<int> CountAsync(IQueryable<Storage.CopyRow> copies, bool valid) =>
        copies.CountAsync(copy => copy.OfferId != null && (copy.RevokedAt == null) == valid, Cancellation);
}
