using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>The mdoc form of a credential type (OpenID4VCI 1.0, Appendix A.2; ISO/IEC 18013-5).</summary>
public sealed class MdocIssuanceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_mdoc_says_what_was_offered_and_is_bound_to_the_proved_keys(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var visit = await new Attacker(town).EnterAsync(IssuingTown.MuseumCard);

        var copies = await town.Wallet.FetchMdocsAsync(visit.Issuer, IssuingTown.MuseumMdoc, visit.Token, 10);

        Assert.Equal(10, copies.Count);
        Assert.All(copies, copy => Assert.Equal(
            """{"plate":"GE-AB 123","zone":{"id":"B","name":"Buer-Mitte"},"zone_name":"Buer-Mitte","expiry_date":"2027-11-24"}""",
            copy.Mdoc.Elements[IssuingTown.MuseumDocument]!.ToJsonString()));
        var expiry = copies[0].Issued.NameSpaces[IssuingTown.MuseumDocument].Single(item => item.Identifier == "expiry_date");
        Assert.Equal(new DateOnly(2027, 11, 24), expiry.Value.Day());
    }

    [Fact]
    public async Task One_offer_names_both_forms_and_the_first_is_the_SD_JWT()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

        var created = await town.OfferAsync(IssuingTown.MuseumCard);
        var byReference = await town.Wallet.OpenOfferAsync(created.OfferByReference.OriginalString);
        var byValue = await town.Wallet.OpenOfferAsync(created.AnyWalletLinkByValue.OriginalString);

        Assert.Equal([IssuingTown.MuseumCard, IssuingTown.MuseumMdoc], byReference.ConfigurationIds);
        Assert.Equal(byReference.ConfigurationIds, byValue.ConfigurationIds);
        Assert.Equal([IssuingTown.LibraryCard], (await town.Wallet.OpenOfferAsync((await town.OfferAsync(IssuingTown.LibraryCard)).OfferByReference.OriginalString)).ConfigurationIds);
    }

    [Fact]
    public async Task The_metadata_describe_the_mdoc_with_COSE_numbers_and_paths_into_name_spaces()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        using var client = town.Client();

        var metadata = JsonNode.Parse(await client.GetStringAsync(town.Town.At("/.well-known/openid-credential-issuer/issuers/museum"), Cancellation))!;
        var mdoc = metadata["credential_configurations_supported"]![IssuingTown.MuseumMdoc]!;

        Assert.Equal("mso_mdoc", (string?)mdoc["format"]);
        Assert.Equal(IssuingTown.MuseumDocument, (string?)mdoc["doctype"]);
        Assert.Null(mdoc["vct"]);
        Assert.Equal(IssuingTown.MuseumCard, (string?)mdoc["scope"]);
        Assert.Equal("[-7]", mdoc["credential_signing_alg_values_supported"]!.ToJsonString());
        Assert.Equal("""["cose_key"]""", mdoc["cryptographic_binding_methods_supported"]!.ToJsonString());
        var plate = mdoc["credential_metadata"]!["claims"]![0]!;
        Assert.Equal($"""["{IssuingTown.MuseumDocument}","plate"]""", plate["path"]!.ToJsonString());
        Assert.Equal("Kennzeichen", (string?)plate["display"]![0]!["name"]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Who_fetches_both_forms_keeps_both_and_a_repetition_replaces_its_own_form_only(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var visit = await new Attacker(town).EnterAsync(IssuingTown.MuseumCard);

        await town.Wallet.FetchCopiesAsync(visit.Issuer, IssuingTown.MuseumCard, visit.Token, 4);
        await town.Wallet.FetchMdocsAsync(visit.Issuer, IssuingTown.MuseumMdoc, visit.Token, 3);
        Assert.Equal((4, 3, 0), await CountAsync(town));

        await town.Wallet.FetchMdocsAsync(visit.Issuer, IssuingTown.MuseumMdoc, visit.Token, 2);
        Assert.Equal((4, 2, 3), await CountAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_offer_opened_anew_replaces_the_copies_of_both_forms(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(IssuingTown.MuseumCard);
        await town.Wallet.FetchCopiesAsync(visit.Issuer, IssuingTown.MuseumCard, visit.Token, 4);
        await town.Wallet.FetchMdocsAsync(visit.Issuer, IssuingTown.MuseumMdoc, visit.Token, 3);

        visit = await attacker.EnterAsync(IssuingTown.MuseumCard);
        await town.Wallet.FetchMdocsAsync(visit.Issuer, IssuingTown.MuseumMdoc, visit.Token, 2);

        Assert.Equal((0, 2, 7), await CountAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_revocation_reaches_both_forms(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var visit = await new Attacker(town).EnterAsync(IssuingTown.MuseumCard);
        await town.Wallet.FetchCopiesAsync(visit.Issuer, IssuingTown.MuseumCard, visit.Token, 4);
        await town.Wallet.FetchMdocsAsync(visit.Issuer, IssuingTown.MuseumMdoc, visit.Token, 3);

        await town.Statuses.RevokeAsync(IssuingTown.Subject, Cancellation);

        Assert.Equal((0, 0, 7), await CountAsync(town));
    }

    [Fact]
    public async Task Who_asks_with_authorization_details_fetches_each_form_under_its_identifier()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var attacker = new Attacker(town);
        var offer = await town.Wallet.OpenOfferAsync((await town.OfferAsync(IssuingTown.MuseumCard)).OfferByReference.OriginalString);
        var issuer = await town.Wallet.ReadIssuerAsync(offer);
        var form = new TokenRequest(offer.PreAuthorizedCode!, null).ToForm() + "&authorization_details=" + Uri.EscapeDataString(AuthorizationDetails.Ask(IssuingTown.MuseumMdoc));
        var granted = TokenResponse.Parse((await town.Wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, form)).ExpectBody()).Expect();
        Assert.Equal([IssuingTown.MuseumMdoc], AuthorizationDetails.ReadIdentifiers(granted.Details, IssuingTown.MuseumMdoc));
        var visit = new Visit(issuer, offer, granted.AccessToken);

        async Task<IssuerReply> AskAsync(string identifier) => await town.Wallet.PostCredentialRequestAsync(visit.Endpoint, visit.Token, StrictJson.Write(
            new CredentialRequest(town.Wallet.Prove(town.Wallet.NewKeys(1), issuer, await attacker.NonceAsync(visit))) { CredentialIdentifier = identifier }.ToJson()));

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(IssuingTown.MuseumMdoc)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(IssuingTown.MuseumCard)).Status);
        Assert.Equal(IssuanceErrors.UnknownCredentialIdentifier, (await AskAsync(IssuingTown.LibraryCard)).Error);
        Assert.Equal((1, 1, 0), await CountAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_is_decided_later_comes_in_the_form_it_was_asked_for(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var draft = new OfferDraft(IssuingTown.MuseumCard, IssuingTown.Claims, "museum/later", null, "museum/later") { Deferred = true };
        var created = await town.Offers.CreateAsync(draft, Cancellation);
        var offer = await town.Wallet.OpenOfferAsync(created.OfferByReference.OriginalString);
        var issuer = await town.Wallet.ReadIssuerAsync(offer);
        var token = await town.Wallet.FetchTokenAsync(issuer, offer);

        var asked = await town.Wallet.AskForCopiesAsync(issuer, IssuingTown.MuseumMdoc, token, 2);
        var askedBeside = await town.Wallet.AskForCopiesAsync(issuer, IssuingTown.MuseumCard, token, 3);
        await town.Offers.ReleaseAsync(created.Id, claims: null, Cancellation);

        Assert.Equal(2, town.Wallet.KeepMdocs(issuer, IssuingTown.MuseumMdoc, await town.Wallet.AskAgainAsync(issuer, token, asked)).Count);
        var beside = await town.Wallet.AskAgainAsync(issuer, token, askedBeside);
        Assert.Equal(3, town.Wallet.Keep(issuer, IssuingTown.MuseumCard, beside.Keys, beside.Response).Count);
        Assert.Equal((3, 2, 0), await CountAsync(town));
    }

    [Fact]
    public async Task A_token_for_another_type_fetches_no_mdoc()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var attacker = new Attacker(town);
        var museum = await attacker.EnterAsync(IssuingTown.MuseumCard);
        var card = await attacker.EnterAsync(IssuingTown.LibraryCard);
        var request = new CredentialRequest(town.Wallet.Prove(town.Wallet.NewKeys(1), card.Issuer, await attacker.NonceAsync(card))) { ConfigurationId = IssuingTown.MuseumMdoc };

        var reply = await town.Wallet.PostCredentialRequestAsync(card.Endpoint, card.Token, StrictJson.Write(request.ToJson()));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.UnknownCredentialConfiguration), (reply.Status, reply.Error));
        Assert.Single(await town.Wallet.FetchMdocsAsync(museum.Issuer, IssuingTown.MuseumMdoc, museum.Token, 1));
    }

    /// <summary>Unlinkability, rules U2 to U6, on the bytes of mdocs.</summary>
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_mdoc_has_its_own_key_salts_digests_numbers_and_status_entry_and_no_exact_time(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        for (var person = 0; person < 5; person++)
        {
            var visit = await new Attacker(town).EnterAsync(IssuingTown.MuseumCard, subject: $"museum/{person}");
            await town.Wallet.FetchMdocsAsync(visit.Issuer, IssuingTown.MuseumMdoc, visit.Token, 10);
            town.Time.Now += TimeSpan.FromMinutes(7);
        }

        var copies = town.Wallet.Mdocs;
        var objects = copies.Select(copy => StrictCbor.Parse(copy.Issued.IssuerAuth.Payload!.Value).Then(item => StrictCbor.ParseEmbedded(item)).Expect()).ToList();

        Assert.Equal(50, copies.Count);
        AssertDistinct(copies.Select(copy => copy.DeviceKey.PublicKey.Thumbprint));
        AssertDistinct(copies.SelectMany(copy => copy.Issued.NameSpaces.Values).SelectMany(items => items).Select(SaltOf));
        var digests = objects.Select(mso => mso.Member("valueDigests")!.Member(IssuingTown.MuseumDocument)!.Entries!).ToList();
        AssertDistinct(digests.SelectMany(entries => entries.Select(entry => Convert.ToHexString(entry.Value.Bytes!.Value.Span))));
        // Four elements of five, one filled up, three more: the same eight numbers for everybody, in an order of each copy's own.
        Assert.All(digests, entries => Assert.Equal(Enumerable.Range(0, 8).Select(number => (Int128?)number), entries.Select(entry => entry.Key.Integer)));
        Assert.Equal(8, copies.Select(copy => copy.Issued.NameSpaces[IssuingTown.MuseumDocument][0].DigestId).Distinct().Count());
        AssertDistinct(objects.Select(mso => mso.Member("status")!.ToJson()!.ToJsonString()));
        var validity = Assert.Single(objects.Select(mso => mso.Member("validityInfo")!.ToJson()!.ToJsonString()).Distinct());
        Assert.Equal("""{"signed":"2026-11-24T00:00:00Z","validFrom":"2026-11-24T00:00:00Z","validUntil":"2027-11-24T00:00:00Z"}""", validity);
        Assert.Single(copies.Select(copy => Convert.ToHexString(copy.Issued.IssuerAuth.Headers.Unprotected.Encoded.Span)).Distinct());
    }

    private static async Task<(int SdJwts, int Mdocs, int Revoked)> CountAsync(IssuingTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        var copies = await database.Copies.AsNoTracking().Where(copy => copy.OfferId != null).ToListAsync(Cancellation);
        return (copies.Count(copy => copy is { Mdoc: false, RevokedAt: null }), copies.Count(copy => copy is { Mdoc: true, RevokedAt: null }), copies.Count(copy => copy.RevokedAt is not null));
    }

    private static string SaltOf(IssuerSignedItem item) => Convert.ToHexString(
        StrictCbor.Parse(item.Encoded).Then(embedded => StrictCbor.ParseEmbedded(embedded)).Expect().Member("random")!.Bytes!.Value.Span);

    private static void AssertDistinct(IEnumerable<string> values)
    {
        var all = values.ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
    }
}
