using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer.Identities;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Keys change while the town issues: nobody is refused, and what the old keys made counts on.</summary>
public sealed class KeyRotationTests
{
    private const string Signing = "issuer-town-localhost";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task No_request_fails_while_every_key_changes_and_all_copies_verify_to_the_first_anchor(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var anchors = town.Services.GetRequiredService<IssuerAnchors>().All.Select(anchor => anchor.Certificate).ToArray();
        using var over = new CancellationTokenSource();
        var wallets = Enumerable.Range(0, 4).Select(number => IssueUntilAsync(town, number, over.Token)).ToArray();

        for (var change = 0; change < 3; change++)
        {
            foreach (var name in (string[])[Signing, "issuer-nonces", "issuer-offers"])
                await RotateAsync(town, name, HttpStatusCode.Accepted);
            // Step by step over the moment of the change, with wallets at work.
            for (var step = 0; step < 12; step++)
            {
                town.Time.Now += TimeSpan.FromSeconds(1);
                await Task.Delay(40, Cancellation);
            }
        }

        await over.CancelAsync();
        var copies = (await Task.WhenAll(wallets)).SelectMany(received => received).ToList();
        Assert.True(copies.Select(SignerOf).Distinct().Count() >= 3, $"{copies.Count} copies show too few keys.");
        Assert.All(copies, copy => AssertVerifies(copy, anchors, town.Time.Now));
        await town.RestartAsync();
        Assert.Equal(anchors.Select(anchor => anchor.Thumbprint), town.Services.GetRequiredService<IssuerAnchors>().All.Select(anchor => anchor.Certificate.Thumbprint));
        await IssueAsync(town, "after the restart");
        AssertVerifies(copies[0], anchors, town.Time.Now);
    }

    [Fact]
    public async Task A_batch_is_signed_by_one_key()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var first = await IssueAsync(town, "first");
        await ChangeAsync(town, Signing);
        var second = await IssueAsync(town, "second");

        Assert.NotEqual(Assert.Single(first.Select(SignerOf).Distinct()), Assert.Single(second.Select(SignerOf).Distinct()));
    }

    [Fact]
    public async Task An_announced_key_is_published_before_it_signs_and_the_old_one_stays_published()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var old = SignerOf((await IssueAsync(town, "old"))[0]);

        await RotateAsync(town, Signing, HttpStatusCode.Accepted);

        var announced = await PublishedKeysAsync(town);
        Assert.Equal(2, announced.Count);
        Assert.Equal(old, SignerOf((await IssueAsync(town, "still old"))[0]));
        town.Time.Now += TimeSpan.FromMinutes(2);
        var fresh = SignerOf((await IssueAsync(town, "new"))[0]);
        Assert.NotEqual(old, fresh);
        Assert.Equal(announced, await PublishedKeysAsync(town));
        Assert.Contains(old, announced);
        Assert.Contains(fresh, announced);
    }

    [Fact]
    public async Task Status_lists_are_signed_by_the_new_key_and_still_lead_to_the_anchor()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var anchors = town.Services.GetRequiredService<IssuerAnchors>().All.Select(anchor => anchor.Certificate).ToArray();
        var copy = (await IssueAsync(town, "old"))[0];
        await ChangeAsync(town, Signing);
        town.Time.Now += TimeSpan.FromMinutes(20);

        using var client = town.Client();
        var address = copy.Credential.Status!.Uri;
        var list = await client.GetStringAsync(new Uri(address), Cancellation);

        Assert.NotEqual(SignerOf(copy), SignerOf(list));
        var now = town.Time.Now;
        Assert.Null(StatusListToken.Verify(list, address, jws => Resolve(jws, anchors, now), now).Error);
    }

    [Fact]
    public async Task A_nonce_and_an_offer_outlive_their_keys_and_end_in_time()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var offer = await town.OfferAsync(subject: "permit/slow");
        var read = await town.Wallet.OpenOfferAsync(offer.WalletLink(town.Town).OriginalString);
        var issuer = await town.Wallet.ReadIssuerAsync(read);
        var nonce = await town.Wallet.FetchNonceAsync(issuer);
        await ChangeAsync(town, "issuer-nonces");
        await ChangeAsync(town, "issuer-offers");

        var nonces = town.Services.GetRequiredService<Credentials.MintNonce>();
        var hosted = town.Services.GetRequiredService<HostedIssuers>().Find(IssuerIdentity.TownSlug)!;
        Assert.Null(nonces.Check(nonce, hosted).Error);
        Assert.NotEmpty(await town.Wallet.ReceiveAsync(offer.WalletLink(town.Town).OriginalString));
        town.Time.Now += TimeSpan.FromMinutes(10);
        Assert.Equal("invalid_nonce", nonces.Check(nonce, hosted).Error?.Code);
    }

    [Fact]
    public async Task A_change_that_is_announced_already_or_comes_too_soon_or_is_for_nobody_changes_nothing()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var before = await RotateAsync(town, Signing, HttpStatusCode.Accepted);

        Assert.Equal(before!.ToJsonString(), (await RotateAsync(town, Signing, HttpStatusCode.Accepted))!.ToJsonString());
        await RotateAsync(town, "issuer-nonces", HttpStatusCode.BadRequest, town.Time.Now.AddSeconds(4));
        await RotateAsync(town, "../keys", HttpStatusCode.NotFound);
        await RotateAsync(town, "verifier", HttpStatusCode.NotFound);
        using var management = town.ManagementClient();
        var listed = (await management.GetFromJsonAsync<JsonArray>("/management/v1/keys", Cancellation))!;
        Assert.Equal([1, 2], listed.Single(key => (string?)key!["name"] == Signing)!["generations"]!.AsArray().Select(generation => (int)generation!["number"]!));
        Assert.Single(listed.Single(key => (string?)key!["name"] == "issuer-nonces")!["generations"]!.AsArray());
    }

    [Fact]
    public async Task A_town_from_before_key_changes_publishes_both_anchors()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        WriteKeyOfAnEarlierVersion(town);
        await town.RestartAsync();
        var old = town.Services.GetRequiredService<IssuerAnchors>().All.Single(anchor => anchor.Slug == IssuerIdentity.TownSlug).Certificate;
        var wallet = town.NewWallet();
        var copy = (await wallet.ReceiveAsync((await town.OfferAsync(subject: "permit/old")).WalletLink(town.Town).OriginalString))[0];

        await ChangeAsync(town, Signing);

        var anchors = town.Services.GetRequiredService<IssuerAnchors>().All.Where(anchor => anchor.Slug == IssuerIdentity.TownSlug).Select(anchor => anchor.Certificate).ToArray();
        Assert.Equal(2, anchors.Length);
        AssertVerifies(copy, [old], town.Time.Now);
        var fresh = (await town.NewWallet().ReceiveAsync((await town.OfferAsync(subject: "permit/new")).WalletLink(town.Town).OriginalString))[0];
        AssertVerifies(fresh, anchors, town.Time.Now);
        Assert.NotNull(CertificateChains.Validate(CompactJws.Parse(Jwt(fresh)).Expect(), new ChainRules([old], CertificateRole.CredentialIssuer, town.Time.Now)).Error);
    }

    [Fact]
    public async Task Nothing_but_the_keeper_sees_a_signing_key_and_it_may_be_slow()
    {
        var keeper = new SlowSigningKeys(TimeSpan.FromMilliseconds(5));
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), keeper);

        var copies = await IssueAsync(town, "remote");
        await ChangeAsync(town, Signing);
        var later = await IssueAsync(town, "remote, changed");

        Assert.Equal((10, 10), (copies.Count, later.Count));
        Assert.True(keeper.CountSignatures(Signing) >= 20);
        Assert.Contains($"{Signing}.authority", keeper.Names);
        Assert.All(Directory.GetFiles(Path.Combine(town.DataDirectory, "keys"), "issuer-*"), AssertHoldsNoSigningKey);
    }

    /// <summary>Keys for encryption of requests are no signing keys; they live for days.</summary>
    private static void AssertHoldsNoSigningKey(string file)
    {
        if (!Path.GetFileName(file).Contains("-requests-", StringComparison.Ordinal))
            Assert.DoesNotContain("PRIVATE KEY", File.ReadAllText(file), StringComparison.Ordinal);
    }

    private static async Task<List<ReceivedCopy>> IssueUntilAsync(IssuingTown town, int number, CancellationToken over)
    {
        var copies = new List<ReceivedCopy>();
        for (var round = 0; !over.IsCancellationRequested; round++)
            copies.AddRange(await IssueAsync(town, $"{number}/{round}"));
        return copies;
    }

    private static async Task<List<ReceivedCopy>> IssueAsync(IssuingTown town, string subject)
    {
        var offer = await town.OfferAsync(subject: subject);
        var received = await town.NewWallet().ReceiveAsync(offer.WalletLink(town.Town).OriginalString);
        return [.. received];
    }

    private static async Task ChangeAsync(IssuingTown town, string name)
    {
        await RotateAsync(town, name, HttpStatusCode.Accepted);
        town.Time.Now += TimeSpan.FromMinutes(2);
    }

    private static async Task<JsonObject?> RotateAsync(IssuingTown town, string name, HttpStatusCode expected, DateTimeOffset? from = null)
    {
        using var management = town.ManagementClient();
        using var answer = await management.PostAsJsonAsync(
            $"/management/v1/keys/{Uri.EscapeDataString(name)}/rotations", new { from = from ?? town.Time.Now.AddSeconds(6) }, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation);
    }

    private static async Task<List<string>> PublishedKeysAsync(IssuingTown town)
    {
        using var client = town.Client();
        var metadata = (await client.GetFromJsonAsync<JsonObject>("/.well-known/jwt-vc-issuer/issuers/town", Cancellation))!;
        return [.. metadata["jwks"]!["keys"]!.AsArray().Select(key => JsonWebKey.Parse(key!.AsObject()).Expect().Thumbprint).Order(StringComparer.Ordinal)];
    }

    private static string Jwt(ReceivedCopy copy) => copy.Text[..copy.Text.IndexOf('~', StringComparison.Ordinal)];

    private static string SignerOf(ReceivedCopy copy) => SignerOf(Jwt(copy));

    /// <summary>The thumbprint of the key in the first certificate.</summary>
    private static string SignerOf(string jwt)
    {
        var x5c = (JsonArray)CompactJws.Parse(jwt, new JsonLimits(MaxBytes: 6 * 1024 * 1024)).Expect().Header["x5c"]!;
        using var key = X509CertificateLoader.LoadCertificate(Convert.FromBase64String((string)x5c[0]!)).GetECDsaPublicKey()!;
        return JsonWebKey.From(key.ExportParameters(includePrivateParameters: false)).Thumbprint;
    }

    private static void AssertVerifies(ReceivedCopy copy, X509Certificate2[] anchors, DateTimeOffset now) =>
        Assert.Null(SdJwtVc.Verify(copy.Text, jws => Resolve(jws, anchors, now), new SdJwtVcRules(now, new HashSet<string> { copy.Credential.CredentialType })).Error);

    private static Checked<VerificationKey> Resolve(CompactJws jws, X509Certificate2[] anchors, DateTimeOffset now) =>
        CertificateChains.Validate(jws, new ChainRules(anchors, CertificateRole.CredentialIssuer, now)).Then<VerificationKey>(certificate => certificate.Key);

    /// <summary>Until now one file held the key and its chain, and nobody had the key of the authority above it.</summary>
    private static void WriteKeyOfAnEarlierVersion(IssuingTown town)
    {
        var folder = Path.Combine(town.DataDirectory, "keys");
        foreach (var file in Directory.GetFiles(folder, $"{Signing}*"))
            File.Delete(file);
        var valid = new Validity(town.Time.Now.AddDays(-1), town.Time.Now.AddYears(10));
        using var rootKey = SoftwareSigningKey.Create(town.Random.Fill);
        using var middleKey = SoftwareSigningKey.Create(town.Random.Fill);
        using var key = SoftwareSigningKey.Create(town.Random.Fill);
        var root = CertificateAuthority.CreateRoot("Wurzel", rootKey, valid, town.Random.Fill);
        var middle = root.IssueAuthority("Ausstellung", middleKey, valid, town.Random.Fill);
        var leaf = middle.IssueLeaf(new LeafRequest("Stadt", key.PublicKey, CertificateRole.CredentialIssuer, valid) { DnsNames = ["localhost"] }, town.Random.Fill);
        File.WriteAllText(Path.Combine(folder, $"{Signing}.pem"), new CertifiedKey(key, [leaf, middle.Certificate, root.Certificate]).ToPem());
    }
}
