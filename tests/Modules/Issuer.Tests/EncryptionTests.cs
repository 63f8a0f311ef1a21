using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Requests and responses that only the two of them can read (OpenID4VCI 1.0, sections 8.2, 10).</summary>
public sealed class EncryptionTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private static readonly Dictionary<string, Action<JsonObject>> Parameters = new()
    {
        ["an encryption nobody offered"] = encryption => encryption["enc"] = "A192GCM",
        ["no encryption"] = encryption => encryption.Remove("enc"),
        ["no key"] = encryption => encryption.Remove("jwk"),
        ["a key without algorithm"] = encryption => encryption["jwk"]!.AsObject().Remove("alg"),
        ["a key for another algorithm"] = encryption => encryption["jwk"]!["alg"] = "RSA-OAEP-256",
        ["a key for signatures"] = encryption => encryption["jwk"]!["use"] = "sig",
        ["a key on another curve"] = encryption => encryption["jwk"]!["crv"] = "P-384",
        ["a key off the curve"] = encryption => encryption["jwk"]!["y"] = encryption["jwk"]!["x"]!.DeepClone(),
        ["a private key"] = encryption => encryption["jwk"]!["d"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ["compression"] = encryption => encryption["zip"] = "DEF",
    };

    private static readonly Dictionary<string, Func<string, string>> Envelopes = new()
    {
        ["for a key of nobody here"] = jwe => WithHeader(jwe, header => header["kid"] = "another"),
        ["that names no key"] = jwe => WithHeader(jwe, header => header.Remove("kid")),
        ["for another algorithm"] = jwe => WithHeader(jwe, header => header["alg"] = "ECDH-ES+A128KW"),
        ["compressed"] = jwe => WithHeader(jwe, header => header["zip"] = "DEF"),
        ["altered on the way"] = jwe => Flip(jwe, part: 3),
        ["with another tag"] = jwe => Flip(jwe, part: 4),
        ["that is none"] = _ => """{"credential_configuration_id":"permit"}""",
    };

    public static IEnumerable<TheoryDataRow<string>> ParameterNames => Parameters.Keys.Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string>> EnvelopeNames => Envelopes.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("VCIIssuerHappyFlow")]
    [Oidf("VCIEnsureCredentialResponseIsEncryptedJwe")]
    [Oidf("VCIWalletTestCredentialIssuance")]
    public async Task A_wallet_that_encrypts_gets_its_copies_encrypted(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var wallet = town.NewWallet(encrypts: true);

        var copies = await wallet.ReceiveAsync((await town.OfferAsync()).OfferByReference.OriginalString);

        Assert.Equal(10, copies.Count);
        Assert.Equal("GE-AB 123", (string?)copies[0].Credential.Claims["plate"]);
    }

    [Fact]
    [Oidf("VCIEnsureCredentialResponseIsNotAnEncryptedJwe")]
    public async Task An_encrypted_request_alone_is_answered_in_the_clear()
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: nameof(An_encrypted_request_alone_is_answered_in_the_clear));

        var reply = await PostAsync(town, visit, Seal(town, visit, Request(attacker, visit, await attacker.NonceAsync(visit))));

        Assert.Equal((HttpStatusCode.OK, "application/json"), (reply.Status, reply.MediaType));
    }

    [Theory, MemberData(nameof(ParameterNames))]
    [Oidf("VCIIssuerFailOnUnsupportedEncryptionAlgorithm")]
    public async Task A_wish_that_cannot_be_met_is_refused_in_the_clear_and_uses_nothing_up(string wish)
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: wish);
        var honest = Request(attacker, visit, await attacker.NonceAsync(visit), Recipient(town));
        var broken = honest.DeepClone().AsObject();
        Parameters[wish](broken["credential_response_encryption"]!.AsObject());

        var refused = await PostAsync(town, visit, Seal(town, visit, broken));
        var accepted = await PostAsync(town, visit, Seal(town, visit, honest));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidEncryptionParameters), (refused.Status, refused.Error));
        Assert.Equal((HttpStatusCode.OK, "application/jwt"), (accepted.Status, accepted.MediaType));
    }

    [Theory, MemberData(nameof(EnvelopeNames))]
    public async Task An_envelope_that_does_not_open_is_refused_and_uses_nothing_up(string envelope)
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: envelope);
        var jwe = Seal(town, visit, Request(attacker, visit, await attacker.NonceAsync(visit)));

        var refused = await PostAsync(town, visit, Envelopes[envelope](jwe));
        var accepted = await PostAsync(town, visit, jwe);

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidEncryptionParameters), (refused.Status, refused.Error));
        Assert.Equal(HttpStatusCode.OK, accepted.Status);
    }

    [Fact]
    [Oidf("VCIEnsureCredentialRequestEncryptionWhenResponseEncryptionOptional")]
    public async Task A_wish_for_an_encrypted_response_in_a_request_in_the_clear_is_refused()
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: nameof(A_wish_for_an_encrypted_response_in_a_request_in_the_clear_is_refused));
        var request = Request(attacker, visit, await attacker.NonceAsync(visit), Recipient(town));

        var open = await attacker.PostAsync(visit, request);
        var sealedOne = await PostAsync(town, visit, Seal(town, visit, request));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidEncryptionParameters), (open.Status, open.Error));
        Assert.Equal(HttpStatusCode.OK, sealedOne.Status);
    }

    [Fact]
    public async Task A_type_that_leaves_encrypted_only_never_leaves_in_the_clear()
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(IssuingTown.SealedCard, nameof(A_type_that_leaves_encrypted_only_never_leaves_in_the_clear));
        var nonce = await attacker.NonceAsync(visit);

        var open = await attacker.PostAsync(visit, Request(attacker, visit, nonce));
        var halfOpen = await PostAsync(town, visit, Seal(town, visit, Request(attacker, visit, nonce)));
        var sealedOne = await PostAsync(town, visit, Seal(town, visit, Request(attacker, visit, nonce, Recipient(town))));

        Assert.True(visit.Issuer.Metadata.RequestEncryption!.Required);
        Assert.True(visit.Issuer.Metadata.ResponseEncryption!.Required);
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidEncryptionParameters), (open.Status, open.Error));
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidEncryptionParameters), (halfOpen.Status, halfOpen.Error));
        Assert.Equal((HttpStatusCode.OK, "application/jwt"), (sealedOne.Status, sealedOne.MediaType));
    }

    [Fact]
    public async Task The_holder_library_encrypts_by_itself_where_the_issuer_demands_it()
    {
        var town = shared.Town;
        var offer = await town.OfferAsync(IssuingTown.SealedCard, nameof(The_holder_library_encrypts_by_itself_where_the_issuer_demands_it));

        Assert.NotEmpty(await town.NewWallet().ReceiveAsync(offer.OfferByReference.OriginalString));
    }

    [Fact]
    public async Task A_key_that_was_changed_is_read_until_its_end()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), ("Issuer:RequestKeyLifetime", "1.00:00:00"));
        var attacker = new Attacker(town);
        var old = (await attacker.EnterAsync()).Issuer.Metadata.RequestEncryption!.Choose()!;

        town.Time.Now += TimeSpan.FromDays(1);
        var visit = await attacker.EnterAsync();
        var withTheOld = await PostAsync(town, visit, Seal(town, Request(attacker, visit, await attacker.NonceAsync(visit)), old));
        var present = visit.Issuer.Metadata.RequestEncryption!.Choose()!;
        town.Time.Now += TimeSpan.FromDays(1);
        var later = await attacker.EnterAsync();
        var tooLate = await PostAsync(town, later, Seal(town, Request(attacker, later, await attacker.NonceAsync(later)), old));
        var withThePresent = await PostAsync(town, later, Seal(town, Request(attacker, later, await attacker.NonceAsync(later)), present));

        Assert.NotEqual(old.Key.KeyId, present.Key.KeyId);
        Assert.Equal(HttpStatusCode.OK, withTheOld.Status);
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidEncryptionParameters), (tooLate.Status, tooLate.Error));
        Assert.Equal(HttpStatusCode.OK, withThePresent.Status);
    }

    [Fact]
    public async Task Servers_beside_each_other_read_what_was_encrypted_for_either()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        await using var another = await town.StartAnotherAsync();
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();
        var jwe = Seal(town, visit, Request(attacker, visit, await attacker.NonceAsync(visit)));

        var reply = await another.Wallet.PostCredentialRequestAsync(visit.Endpoint, visit.Token, Encoding.ASCII.GetBytes(jwe), MessageEncryption.MediaType);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Fact]
    public async Task An_envelope_that_never_ends_is_refused_unread()
    {
        var town = shared.Town;
        var visit = await new Attacker(town).EnterAsync(subject: nameof(An_envelope_that_never_ends_is_refused_unread));

        var reply = await PostAsync(town, visit, new string('A', 200 * 1024));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.Status);
    }

    private static Task<IssuerReply> PostAsync(IssuingTown town, Visit visit, string body) =>
        town.Wallet.PostCredentialRequestAsync(visit.Endpoint, visit.Token, Encoding.UTF8.GetBytes(body), MessageEncryption.MediaType);

    private static JsonObject Request(Attacker attacker, Visit visit, string nonce, JweRecipient? recipient = null) =>
        new CredentialRequest([attacker.Prove(visit, nonce)]) { ConfigurationId = visit.Configuration, ResponseRecipient = recipient }.ToJson();

    private static JweRecipient Recipient(IssuingTown town)
    {
        using var key = DecryptionKey.Create(town.Random.Fill);
        return new JweRecipient(key.PublicKey, JoseAlgorithms.A256Gcm);
    }

    private static string Seal(IssuingTown town, Visit visit, JsonObject message) => Seal(town, message, visit.Issuer.Metadata.RequestEncryption!.Choose()!);

    private static string Seal(IssuingTown town, JsonObject message, JweRecipient recipient) => MessageEncryption.Seal(message, recipient, town.Random.Fill);

    private static string WithHeader(string jwe, Action<JsonObject> change)
    {
        var header = JsonNode.Parse(Base64Url.Decode(jwe.Split('.')[0]).Expect())!.AsObject();
        change(header);
        return Base64Url.Encode(StrictJson.Write(header)) + jwe[jwe.IndexOf('.', StringComparison.Ordinal)..];
    }

    private static string Flip(string jwe, int part)
    {
        var parts = jwe.Split('.');
        parts[part] = (parts[part][0] == 'A' ? 'B' : 'A') + parts[part][1..];
        return string.Join('.', parts);
    }
}
