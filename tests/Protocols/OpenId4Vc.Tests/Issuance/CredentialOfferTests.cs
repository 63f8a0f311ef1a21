using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Issuance;

/// <summary>Credential offers and the links that bring them (OpenID4VCI 1.0 §4.1).</summary>
public sealed class CredentialOfferTests
{
    private const string Issuer = "https://issuer.example/town";
    private const string Folder = "openid4vci/1.0-final/examples";

    private static readonly CredentialOfferObject Offer = new(Issuer, ["permit", "card"])
    {
        PreAuthorizedCode = "secret",
        TransactionCode = new TransactionCode(Digits: false, Length: 6, Description: "On the letter"),
        AllowsAuthorizationCode = true,
        IssuerState = "state",
        AuthorizationServer = "https://login.example",
    };

    public static TheoryData<int> PublishedLinks => SharedFiles.Present
        ? new TheoryData<int>(Enumerable.Range(0, Vectors.Read("openid4vci/credential-offer-uris.json")["offers"]!.AsArray().Count))
        : [0];

    public static TheoryData<string> PublishedOffers => [.. Vectors.Files(Folder, "credential_offer_*.json")];

    [Theory, MemberData(nameof(PublishedLinks))]
    public void A_published_link_is_read_as_the_specification_reads_it(int number)
    {
        var published = Vectors.Read("openid4vci/credential-offer-uris.json")["offers"]![number]!;

        var link = CredentialOfferLink.Parse((string)published["uri"]!).Expect();

        Assert.Equal((string?)published["credential_offer_uri"], link.Reference?.OriginalString);
        Assert.True(JsonNode.DeepEquals(published["credential_offer"], link.Offer?.ToJson()), link.Offer?.ToJson().ToJsonString());
    }

    [Theory, MemberData(nameof(PublishedOffers))]
    public void A_published_offer_survives_a_round_trip(string file)
    {
        var offer = CredentialOfferObject.Parse(Vectors.Bytes(file)).Expect();

        var published = Vectors.Read(file);
        // "numeric" is what is meant without the member (§4.1.1).
        (published["grants"]![CredentialOfferObject.PreAuthorizedGrant]?["tx_code"] as JsonObject)?.Remove("input_mode");
        Assert.True(JsonNode.DeepEquals(published, offer.ToJson()), offer.ToJson().ToJsonString());
    }

    [Fact]
    public void A_published_offer_for_the_authorization_code_names_its_state()
    {
        var offer = CredentialOfferObject.Parse(Vectors.Body($"{Folder}/credential_offer_authz_code.txt")).Expect();

        Assert.Equal((true, "eyJhbGciOiJSU0Et...FYUaBy", null), (offer.AllowsAuthorizationCode, offer.IssuerState, offer.PreAuthorizedCode));
    }

    [Fact]
    public void An_offer_of_an_early_draft_is_refused()
        => Refusal.Is(ErrorCodes.Malformed, CredentialOfferObject.Parse(Vectors.Bytes("haip/outdated-examples/credential_offer_sd_jwt_vc.json")));

    [Theory]
    [InlineData("openid-credential-offer://")]
    [InlineData("haip-vci://")]
    [InlineData("https://wallet.example/receive")]
    [InlineData("https://wallet.example/receive?lang=de")]
    public void A_link_carries_an_offer_by_value_or_by_reference(string wallet)
    {
        var byValue = CredentialOfferLink.Parse(CredentialOfferLink.ByValue(wallet, Offer)).Expect();
        var byReference = CredentialOfferLink.Parse(CredentialOfferLink.ByReference(wallet, new Uri("https://issuer.example/offers/a%2Fb?c=d&e=f"))).Expect();

        Assert.True(JsonNode.DeepEquals(Offer.ToJson(), byValue.Offer!.ToJson()));
        Assert.Equal("https://issuer.example/offers/a%2Fb?c=d&e=f", byReference.Reference!.AbsoluteUri);
    }

    [Theory]
    [InlineData("openid-credential-offer://", ErrorCodes.Malformed)]
    [InlineData("openid-credential-offer://?other=thing", ErrorCodes.Malformed)]
    [InlineData("openid-credential-offer://?credential_offer=%7B%7D&credential_offer_uri=https%3A%2F%2Fissuer.example", ErrorCodes.Malformed)]
    [InlineData("openid-credential-offer://?credential_offer=%7B%7D&credential_offer=%7B%7D", IssuanceErrors.InvalidRequest)]
    [InlineData("openid-credential-offer://?credential_offer=no-json", ErrorCodes.Json)]
    [InlineData("openid-credential-offer://?credential_offer_uri=file%3A%2F%2F%2Fetc%2Fpasswd", ErrorCodes.Malformed)]
    [InlineData("openid-credential-offer://?credential_offer_uri=%2Foffers%2F1", ErrorCodes.Malformed)]
    [InlineData("no link", ErrorCodes.Malformed)]
    public void A_link_without_exactly_one_good_offer_is_refused(string link, string code)
        => Refusal.Is(code, CredentialOfferLink.Parse(link));

    [Fact]
    public void A_link_longer_than_any_QR_code_is_refused_unread()
        => Refusal.Is(ErrorCodes.TooLarge, CredentialOfferLink.Parse("openid-credential-offer://?credential_offer=" + new string('a', 20_000)));

    [Theory]
    [InlineData("credential_issuer", "null")]
    [InlineData("credential_issuer", "\"town\"")]
    [InlineData("credential_issuer", "\"https://issuer.example?query\"")]
    [InlineData("credential_issuer", "\"https://issuer.example#fragment\"")]
    [InlineData("credential_issuer", "\"ftp://issuer.example\"")]
    [InlineData("credential_configuration_ids", "null")]
    [InlineData("credential_configuration_ids", "[]")]
    [InlineData("credential_configuration_ids", "\"permit\"")]
    [InlineData("credential_configuration_ids", "[1]")]
    [InlineData("credential_configuration_ids", """["permit","permit"]""")]
    [InlineData("grants", "null")]
    [InlineData("grants", "[]")]
    [InlineData("grants", """{"authorization_code":null}""")]
    [InlineData("grants", """{"urn:ietf:params:oauth:grant-type:pre-authorized_code":{}}""")]
    [InlineData("grants", """{"urn:ietf:params:oauth:grant-type:pre-authorized_code":{"pre-authorized_code":""}}""")]
    [InlineData("grants", """{"urn:ietf:params:oauth:grant-type:pre-authorized_code":{"pre-authorized_code":"c","tx_code":true}}""")]
    [InlineData("grants", """{"urn:ietf:params:oauth:grant-type:pre-authorized_code":{"pre-authorized_code":"c","tx_code":{"input_mode":"voice"}}}""")]
    [InlineData("grants", """{"urn:ietf:params:oauth:grant-type:pre-authorized_code":{"pre-authorized_code":"c","tx_code":{"length":0}}}""")]
    [InlineData("grants", """{"urn:ietf:params:oauth:grant-type:pre-authorized_code":{"pre-authorized_code":"c","tx_code":{"length":6.5}}}""")]
    public void A_broken_offer_is_refused(string member, string value)
    {
        var json = Offer.ToJson();
        json[member] = JsonNode.Parse(value);

        Refusal.Is(ErrorCodes.Malformed, CredentialOfferObject.Parse(json));
    }

    [Fact]
    public void A_description_of_the_transaction_code_fits_on_a_screen()
    {
        Assert.Null(TransactionCode.Parse(new JsonObject { ["description"] = new string('ä', 300) }).Error);
        Refusal.Is(ErrorCodes.Malformed, TransactionCode.Parse(new JsonObject { ["description"] = new string('ä', 301) }));
    }

    [Fact]
    public void Unknown_members_and_grants_are_ignored()
    {
        var json = Offer.ToJson();
        json["later"] = "version";
        json["grants"]!["urn:example:grant"] = new JsonObject();

        Assert.True(JsonNode.DeepEquals(Offer.ToJson(), CredentialOfferObject.Parse(json).Expect().ToJson()));
    }

    [Fact]
    public void Limits_hold_before_anything_is_read()
    {
        Refusal.Is(ErrorCodes.TooLarge, CredentialOfferObject.Parse(Encoding.UTF8.GetBytes($"\"{new string('a', 17_000)}\"")));
        Refusal.Is(ErrorCodes.Json, CredentialOfferObject.Parse(Encoding.UTF8.GetBytes($$"""{"deep":{{new string('[', 20)}}{{new string(']', 20)}}}""")));
        Refusal.Is(ErrorCodes.TooLarge, CredentialOfferObject.Parse(StrictJson.Write(new JsonArray([.. Enumerable.Range(0, 300)]))));
        Refusal.Is(ErrorCodes.Malformed, CredentialOfferObject.Parse((Offer with { ConfigurationIds = [.. Enumerable.Range(0, 21).Select(id => $"{id}")] }).ToJson()));
    }
}
