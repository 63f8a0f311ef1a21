using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>The published status of every copy.</summary>
public sealed class StatusListTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_revoked_credential_is_on_the_published_list_with_all_its_copies(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var revoked = await ReceiveAsync(town, "permit/1");
        var valid = await ReceiveAsync(town, "permit/2");
        var before = await FetchAsync(town, revoked[0]);

        await town.Statuses.RevokeAsync("permit/1", Cancellation);
        var after = await AwaitPublicationAsync(town, revoked[0]);

        Assert.All(revoked.Concat(valid), copy => Assert.Equal(StatusValues.Valid, before.List[ReferenceOf(copy).Index]));
        Assert.All(revoked, copy => Assert.Equal(StatusValues.Invalid, after.List[ReferenceOf(copy).Index]));
        Assert.All(valid, copy => Assert.Equal(StatusValues.Valid, after.List[ReferenceOf(copy).Index]));
    }

    [Fact]
    public async Task A_list_is_large_short_lived_and_signed_by_the_issuer()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var copies = await ReceiveAsync(town, "permit/1");

        var token = await FetchAsync(town, copies[0]);

        Assert.Equal((2, 1 << 20), (token.List.Bits, token.List.Count));
        Assert.Equal(ReferenceOf(copies[0]).Uri[..^"/1".Length], token.List.AggregationUri);
        Assert.Equal(TimeSpan.FromSeconds(30), token.TimeToLive);
        Assert.Equal(token.IssuedAt + TimeSpan.FromMinutes(15), token.ExpiresAt);
    }

    [Fact]
    public void A_revocation_reaches_every_verifier_within_a_minute()
    {
        var options = new IssuerOptions();

        Assert.InRange(options.PublicationInterval + options.StatusListTtl, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Everybody_gets_the_same_bytes_compressed_and_without_an_entity_tag()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var address = ReferenceOf((await ReceiveAsync(town, "permit/1"))[0]).Uri;
        using var client = town.Client();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");

        using var first = await client.GetAsync(new Uri(address), Cancellation);
        using var second = await client.GetAsync(new Uri(address), Cancellation);
        using var plain = await town.Client().GetAsync(new Uri(address), Cancellation);

        Assert.Equal("application/statuslist+jwt", first.Content.Headers.ContentType!.ToString());
        Assert.Equal(["gzip"], first.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal("public, max-age=30", first.Headers.CacheControl!.ToString());
        Assert.Equal(["Accept", "Accept-Encoding"], first.Headers.Vary);
        Assert.Null(first.Headers.ETag);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Cancellation), await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData(null, "application/statuslist+jwt")]
    [InlineData("*/*", "application/statuslist+jwt")]
    [InlineData("application/statuslist+jwt", "application/statuslist+jwt")]
    [InlineData("application/statuslist+cwt", "application/statuslist+cwt")]
    [InlineData("application/statuslist+cwt, application/statuslist+jwt", "application/statuslist+jwt")]
    [InlineData("application/statuslist+cwt, application/statuslist+jwt;q=0.9", "application/statuslist+cwt")]
    [InlineData("application/statuslist+jwt;q=0, application/*", "application/statuslist+cwt")]
    [InlineData("text/html, */*;q=0.1", "application/statuslist+jwt")]
    [InlineData("application/json", null)]
    [InlineData("*/*;q=0", null)]
    public async Task Who_asks_chooses_the_format(string? accept, string? mediaType)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        using var request = new HttpRequestMessage(HttpMethod.Get, ReferenceOf((await ReceiveAsync(town, "permit/1"))[0]).Uri);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);

        using var answer = await town.Client().SendAsync(request, Cancellation);

        Assert.Equal((mediaType is null ? HttpStatusCode.NotAcceptable : HttpStatusCode.OK, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal(["Accept", "Accept-Encoding"], answer.Headers.Vary);
    }

    [Fact]
    public async Task Both_formats_say_the_same_under_the_same_certificate()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var copy = (await ReceiveAsync(town, "permit/1"))[0];
        await town.Statuses.RevokeAsync("permit/1", Cancellation);
        var jwt = await AwaitPublicationAsync(town, copy);
        using var client = town.Client();
        client.DefaultRequestHeaders.Add("Accept", StatusListCwt.Type);
        var rules = new ChainRules(town.Wallet.Anchors, CertificateRole.CredentialIssuer, town.Time.Now);

        var bytes = await client.GetByteArrayAsync(new Uri(jwt.Uri), Cancellation);

        var cwt = StatusListCwt.Verify(bytes, jwt.Uri, message => CoseCertificates.Validate(message.Headers, rules).Then<VerificationKey>(certificate => certificate.Key), town.Time.Now).Expect();
        Assert.True(jwt.List.Bytes.Span.SequenceEqual(cwt.List.Bytes.Span));
        Assert.Equal(jwt with { List = cwt.List }, cwt);
    }

    [Fact]
    public async Task What_a_list_said_in_the_past_is_not_told()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var address = ReferenceOf((await ReceiveAsync(town, "permit/1"))[0]).Uri;

        using var answer = await town.Client().GetAsync(new Uri($"{address}?time=1795000000"), Cancellation);

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
    }

    [Fact]
    public async Task All_lists_of_an_issuer_are_named_at_the_address_in_metadata_and_list()
    {
        await using var town = await IssuingTown.StartAsync(
            await TestDatabase.CreateAsync(DatabaseKind.Sqlite), ("Issuer:StatusListSize", "1024"), ("Issuer:StatusListFill", "0.01"));
        string[] used = [ReferenceOf((await ReceiveAsync(town, "permit/1"))[0]).Uri, ReferenceOf((await ReceiveAsync(town, "permit/2"))[0]).Uri];
        var metadata = await town.Client().GetFromJsonAsync<JsonObject>("/.well-known/oauth-authorization-server/issuers/town", Cancellation);

        using var answer = await town.Client().GetAsync((string)metadata!["status_list_aggregation_endpoint"]!, Cancellation);
        using var stranger = await town.Client().GetAsync("/issuers/nobody/status-lists", Cancellation);

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=30", answer.Headers.CacheControl!.ToString());
        Assert.Equal(used, StatusListAggregation.Parse(await answer.Content.ReadAsByteArrayAsync(Cancellation)).Expect().StatusLists);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Theory]
    [InlineData("/issuers/library/status-lists/1")]
    [InlineData("/issuers/town/status-lists/99")]
    [InlineData("/issuers/another/status-lists/1")]
    public async Task A_list_lies_only_at_its_own_address(string address)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        await ReceiveAsync(town, "permit/1");

        using var answer = await town.Client().GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Decoys_hide_how_many_copies_one_person_had(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        IReadOnlyList<PresentableCredential> copies = [];
        for (var person = 0; person < 8; person++)
        {
            copies = await ReceiveAsync(town, $"permit/{person}");
            await town.Statuses.RevokeAsync($"permit/{person}", Cancellation);
        }

        var list = (await AwaitPublicationAsync(town, copies[0])).List;

        // 80 copies, and for each person 0 to 10 entries that nobody holds.
        Assert.InRange(Enumerable.Range(0, list.Count).Count(position => list[position] == StatusValues.Invalid), 81, 160);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Decoys_hide_how_many_copies_new_ones_replaced(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        for (var person = 0; person < 8; person++)
        {
            await ReceiveAsync(town, $"permit/{person}");
            await ReceiveAsync(town, $"permit/{person}");
        }

        Assert.InRange(await CountRevokedAsync(town), 81, 160);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Revoking_twice_changes_nothing_more(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await ReceiveAsync(town, "permit/1");
        await town.Statuses.RevokeAsync("permit/1", Cancellation);
        var once = await CountRevokedAsync(town);

        await town.Statuses.RevokeAsync("permit/1", Cancellation);
        await town.Statuses.RevokeAsync("permit/unknown", Cancellation);

        Assert.Equal(once, await CountRevokedAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task When_a_quarter_of_a_list_is_given_out_the_next_one_begins(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind), ("Issuer:StatusListSize", "1024"), ("Issuer:StatusListFill", "0.02"));

        var first = await ReceiveAsync(town, "permit/1");
        var second = await ReceiveAsync(town, "permit/2");
        var third = await ReceiveAsync(town, "permit/3");

        Assert.Equal(ReferenceOf(first[0]).Uri, ReferenceOf(second[0]).Uri);
        Assert.NotEqual(ReferenceOf(first[0]).Uri, ReferenceOf(third[0]).Uri);
    }

    [Fact]
    public async Task Verifiers_of_the_same_town_read_the_list_without_the_network()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var address = new Uri(ReferenceOf((await ReceiveAsync(town, "permit/1"))[0]).Uri);
        var lists = town.Services.GetRequiredService<OwnStatusLists>();

        Assert.Equal(await town.Client().GetStringAsync(address, Cancellation), await lists.TryReadAsync(address, Cancellation));
        Assert.Null(await lists.TryReadAsync(new Uri("https://issuer.example/issuers/town/status-lists/1"), Cancellation));
        Assert.Null(await lists.TryReadAsync(new Uri(address + "/more"), Cancellation));
    }

    [Fact]
    public async Task A_token_is_signed_anew_before_it_expires()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var copy = (await ReceiveAsync(town, "permit/1"))[0];
        await FetchAsync(town, copy);
        town.Time.Now += TimeSpan.FromMinutes(20);

        Assert.True((await FetchAsync(town, copy)).ExpiresAt > town.Time.Now);
    }

    private static async Task<IReadOnlyList<PresentableCredential>> ReceiveAsync(IssuingTown town, string subject)
    {
        var wallet = town.NewWallet();
        await wallet.ReceiveAsync((await town.OfferAsync(subject: subject)).OfferByReference.OriginalString);
        return wallet.Copies;
    }

    private static StatusReference ReferenceOf(PresentableCredential copy) => StatusReference.Parse(copy.SdJwt.IssuerJwt.Payload.Object("status")!).Expect();

    /// <summary>Fetches and verifies the list of a copy as any verifier would.</summary>
    private static async Task<StatusListToken> FetchAsync(IssuingTown town, PresentableCredential copy)
    {
        var address = ReferenceOf(copy).Uri;
        var text = await town.Client().GetStringAsync(new Uri(address), Cancellation);
        var rules = new ChainRules(town.Wallet.Anchors, CertificateRole.CredentialIssuer, town.Time.Now);
        return StatusListToken.Verify(text, address, jwt => CertificateChains.Validate(jwt, rules).Then<VerificationKey>(certificate => certificate.Key), town.Time.Now).Expect();
    }

    /// <summary>Fetches until the copy is shown with this status; the publication round runs every tenth of a second.</summary>
    private static async Task<StatusListToken> AwaitPublicationAsync(IssuingTown town, PresentableCredential copy, byte status = StatusValues.Invalid)
    {
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            var token = await FetchAsync(town, copy);
            if (token.List[ReferenceOf(copy).Index] == status)
                return token;
            await Task.Delay(50, Cancellation);
        }

        throw new TimeoutException("The change was not published.");
    }

    private static async Task<int> CountRevokedAsync(IssuingTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        return await database.Copies.CountAsync(copy => copy.RevokedAt != null, Cancellation);
    }
}
