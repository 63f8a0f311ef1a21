using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Two copies shown to two verifiers have nothing in common but what was shown. Asserted on the bytes.</summary>
public sealed class UnlinkabilityTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("VCIEnsureBatchBindingKeysAreDistinct")]
    [Oidf("VCIEnsureBatchSdJwtDisclosureSaltsAreDistinct")]
    [Oidf("VCIEnsureBatchStatusReferencesAreDistinct")]
    public async Task Every_copy_has_its_own_key_salts_digests_and_status_entry(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await ReceiveAsync(town, persons: 5);

        var copies = town.Wallet.Copies;

        Assert.Equal(50, copies.Count);
        AssertDistinct(copies.Select(copy => copy.HolderKey!.PublicKey.Thumbprint));
        AssertDistinct(copies.Select(copy => copy.SdJwt.IssuerJwt.Text));
        AssertDistinct(copies.SelectMany(copy => copy.SdJwt.Disclosures.Select(disclosure => disclosure.Encoded)));
        AssertDistinct(copies.SelectMany(copy => copy.SdJwt.Disclosures.Select(SaltOf)));
        AssertDistinct(copies.SelectMany(copy => copy.SdJwt.IssuerJwt.Payload["_sd"]!.AsArray().Select(digest => (string)digest!)));
        AssertDistinct(copies.Select(copy => copy.SdJwt.IssuerJwt.Payload["status"]!.ToJsonString()));
    }

    [Fact]
    public async Task Decoys_hide_who_has_a_claim_that_others_have_not()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        await ReceiveAsync(town, persons: 1);
        var fewer = new OfferDraft(IssuingTown.Permit, new JsonObject { ["plate"] = "GE-AB 124" }, "permit/8", null, "permit/8", null);
        await town.Wallet.ReceiveAsync((await town.Offers.CreateAsync(fewer, TestContext.Current.CancellationToken)).OfferByReference.OriginalString);

        Assert.Equal([2, 1], town.Wallet.Copies.Select(copy => copy.SdJwt.Disclosures.Count).Distinct());
        Assert.All(town.Wallet.Copies, copy => Assert.Equal(8, copy.SdJwt.IssuerJwt.Payload["_sd"]!.AsArray().Count));
    }

    [Fact]
    [Oidf("VCIEnsureBatchBindingKeysMatchSentProofKeys")]
    public async Task Copies_are_bound_to_exactly_the_proved_keys()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();
        var keys = town.Wallet.NewKeys(10);

        var reply = await attacker.RequestAsync(visit, town.Wallet.Prove(keys, visit.Issuer, await attacker.NonceAsync(visit)));

        var bound = JsonNode.Parse(reply.ExpectBody())!["credentials"]!.AsArray()
            .Select(entry => ParsedSdJwt.Parse((string)entry!["credential"]!).Expect().IssuerJwt.Payload["cnf"]!["jwk"]!.ToJsonString());
        Assert.Equal(keys.Select(key => key.PublicKey.ToJson().ToJsonString()).Order(), bound.Order());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("VCIEnsureBatchStatusListIndicesAreUnpredictable")]
    public async Task Status_entries_lie_scattered_over_the_whole_list(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await ReceiveAsync(town, persons: 10);

        var positions = town.Wallet.Copies.Select(PositionOf).ToArray();

        Assert.Equal(100, positions.Distinct().Count());
        foreach (var batch in positions.Chunk(10))
            AssertScattered([.. batch.Order()]);
        // 100 draws out of 2^20: each eighth of the list is met, and the order of issuance does not show.
        Assert.Equal(8, positions.Select(position => position >> 17).Distinct().Count());
        Assert.InRange(positions.Zip(positions.Skip(1)).Count(pair => pair.First < pair.Second), 30, 70);
    }

    [Fact]
    [Oidf("VCIEnsureBatchTimeClaimsNotLinkable")]
    [Oidf("VCIEnsureCredentialTimeClaimsNotLinkable")]
    public async Task Copies_say_the_day_of_issue_and_the_hour_of_their_end_and_no_more()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var end = new DateTimeOffset(2027, 11, 23, 22, 59, 59, TimeSpan.Zero);

        await town.Wallet.ReceiveAsync((await town.OfferAsync(validUntil: end)).OfferByReference.OriginalString);

        Assert.All(town.Wallet.Copies, copy =>
        {
            Assert.Equal(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), copy.SdJwt.IssuerJwt.Payload.Instant("iat"));
            Assert.Equal(new DateTimeOffset(2027, 11, 23, 23, 0, 0, TimeSpan.Zero), copy.SdJwt.IssuerJwt.Payload.Instant("exp"));
        });
    }

    [Fact]
    public async Task Without_an_end_a_copy_is_valid_as_long_as_its_type_from_the_day_of_issue()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

        await town.Wallet.ReceiveAsync((await town.OfferAsync()).OfferByReference.OriginalString);

        var expected = new DateTimeOffset(2027, 11, 24, 0, 0, 0, TimeSpan.Zero);
        Assert.All(town.Wallet.Copies, copy => Assert.Equal(expected, copy.SdJwt.IssuerJwt.Payload.Instant("exp")));
    }

    [Fact]
    public async Task Nothing_visible_tells_two_persons_apart_or_one_person_again()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        await ReceiveAsync(town, persons: 2);

        var visible = town.Wallet.Copies.Select(copy => VisibleTo(copy.SdJwt)).ToArray();

        Assert.Single(visible.Distinct());
        Assert.All(town.Wallet.Copies, copy => Assert.Equal(
            ["_sd", "_sd_alg", "cnf", "exp", "iat", "iss", "status", "vct"], copy.SdJwt.IssuerJwt.Payload.Select(claim => claim.Key).Order(StringComparer.Ordinal)));
        Assert.All(town.Wallet.Copies, copy => Assert.Equal(["jwk"], copy.SdJwt.IssuerJwt.Payload["cnf"]!.AsObject().Select(member => member.Key)));
    }

    [Fact]
    public async Task The_order_of_the_digests_says_nothing_about_the_claims()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        await ReceiveAsync(town, persons: 1);

        Assert.All(town.Wallet.Copies, copy =>
        {
            var digests = copy.SdJwt.IssuerJwt.Payload["_sd"]!.AsArray().Select(digest => (string)digest!).ToArray();
            Assert.Equal(digests.Order(StringComparer.Ordinal), digests);
        });
    }

    private static async Task ReceiveAsync(IssuingTown town, int persons)
    {
        for (var person = 0; person < persons; person++)
            await town.Wallet.ReceiveAsync((await town.OfferAsync(subject: $"permit/{person}")).OfferByReference.OriginalString);
    }

    /// <summary>What a verifier sees of a copy besides its key, status entry and digests.</summary>
    private static string VisibleTo(ParsedSdJwt copy)
    {
        var payload = copy.IssuerJwt.Payload.DeepClone().AsObject();
        foreach (var name in (string[])["cnf", "status", "_sd"])
            payload.Remove(name);
        return copy.IssuerJwt.Header.ToJsonString() + payload.ToJsonString() + copy.IssuerJwt.Payload["status"]!["status_list"]!["uri"];
    }

    private static void AssertDistinct(IEnumerable<string> values)
    {
        var seen = new HashSet<string>();
        Assert.All(values, value => Assert.True(seen.Add(value), value));
    }

    private static void AssertScattered(int[] sorted)
    {
        Assert.DoesNotContain(sorted.Zip(sorted.Skip(1)), pair => pair.Second - pair.First == 1);
        Assert.True(sorted[^1] - sorted[0] > 1 << 18, string.Join(", ", sorted));
    }

    private static int PositionOf(PresentableCredential copy) => (int)copy.SdJwt.IssuerJwt.Payload["status"]!["status_list"]!["idx"]!;

    private static string SaltOf(Disclosure disclosure) => (string)JsonNode.Parse(Base64Url.Decode(disclosure.Encoded).Expect())![0]!;
}
