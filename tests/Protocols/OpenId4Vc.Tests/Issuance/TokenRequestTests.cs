using System.Text;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Issuance;

/// <summary>Token requests and responses (OpenID4VCI 1.0 §6; RFC 6749).</summary>
public sealed class TokenRequestTests
{
    private const string Inline = "openid4vci/1.0-final/inline-examples.json";

    [Theory]
    [InlineData("secret", null)]
    [InlineData("a+b/c=&d e%f", "12 34")]
    [InlineData("käse", "schlüssel")]
    public void A_request_survives_a_round_trip(string code, string? transactionCode)
    {
        var request = new TokenRequest(code, transactionCode);

        Assert.Equal(request, TokenGrant.Parse(request.ToForm(), "https://issuer.example").Expect());
    }

    [Fact]
    public void The_published_request_is_read()
    {
        var body = string.Concat(((string)Vectors.Example(Inline, 15)["body"]!).Split('\n').Select(line => line.Trim()));

        var request = TokenGrant.Parse(body, "https://issuer.example").Expect();

        Assert.Equal(new TokenRequest("SplxlOBeZQQYbYS6WxSbIA", "493536") { Details = request.Details }, request);
        Assert.Equal(["UniversityDegreeCredential"], request.Details);
    }

    [Theory]
    [InlineData("", IssuanceErrors.InvalidRequest)]
    [InlineData("grant_type=", IssuanceErrors.InvalidRequest)]
    [InlineData("grant_type=password&code=x", IssuanceErrors.UnsupportedGrantType)]
    [InlineData("grant_type=urn:ietf:params:oauth:grant-type:pre-authorized_code", IssuanceErrors.InvalidRequest)]
    [InlineData("grant_type=a&grant_type=b", IssuanceErrors.InvalidRequest)]
    [InlineData("grant_type=a&grant%5Ftype=b", IssuanceErrors.InvalidRequest)]
    public void A_broken_request_is_refused(string form, string code) => Refusal.Is(code, TokenGrant.Parse(form, "https://issuer.example"));

    [Fact]
    public void Codes_and_forms_have_limits()
    {
        Refusal.Is(IssuanceErrors.InvalidRequest, TokenGrant.Parse(new TokenRequest(new string('a', 513)).ToForm(), "https://issuer.example"));
        Refusal.Is(IssuanceErrors.InvalidRequest, TokenGrant.Parse(new TokenRequest("a", new string('1', 513)).ToForm(), "https://issuer.example"));
        Refusal.Is(IssuanceErrors.InvalidRequest, FormParameters.Parse(new string('a', 33 * 1024)));
        Refusal.Is(IssuanceErrors.InvalidRequest, FormParameters.Parse(string.Join('&', Enumerable.Range(0, 41))));
    }

    [Fact]
    public void An_empty_parameter_is_as_good_as_none()
    {
        var form = FormParameters.Parse("&a=&b&c=d&").Expect();

        Assert.Equal((null, null, "d", null), (form["a"], form["b"], form["c"], form["e"]));
    }

    [Fact]
    public void A_response_survives_a_round_trip()
    {
        var response = new TokenResponse("token", TimeSpan.FromMinutes(10));

        Assert.Equal(response, TokenResponse.Parse(StrictJson.Write(response.ToJson())).Expect());
    }

    [Fact]
    public void The_published_response_is_read()
    {
        var body = StrictJson.Write(Vectors.Example(Inline, 16)["body_json"]);

        Assert.Equal(TimeSpan.FromSeconds(86400), TokenResponse.Parse(body).Expect().ExpiresIn);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"access_token":"","token_type":"Bearer"}""")]
    [InlineData("""{"access_token":7,"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"t"}""")]
    [InlineData("""{"access_token":"t","token_type":"mac"}""")]
    [InlineData("""{"access_token":"t","token_type":"Bearer","expires_in":0}""")]
    [InlineData("""{"access_token":"t","token_type":"Bearer","expires_in":"600"}""")]
    public void A_broken_response_is_refused(string json) => Refusal.Is(ErrorCodes.Malformed, TokenResponse.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void The_type_of_a_token_is_compared_without_regard_to_case()
        => Assert.Equal("t", TokenResponse.Parse("""{"access_token":"t","token_type":"bearer"}"""u8).Expect().AccessToken);
}
