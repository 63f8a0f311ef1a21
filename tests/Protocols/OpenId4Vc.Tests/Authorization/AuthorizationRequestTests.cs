using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Authorization;

/// <summary>Authorization requests and responses (RFC 6749 §4.1, RFC 9126, RFC 9207, RFC 9396).</summary>
public sealed class AuthorizationRequestTests
{
    private const string Issuer = "https://issuer.example/town";

    internal static AuthorizationRequest Honest { get; } = new("https://wallet.example", "https://wallet.example/cb?a=b", CodeChallenge.Of(CodeChallenge.NewVerifier(Keys.Random(1))))
    {
        State = "a state & more",
        Details = ["permit"],
        Scopes = ["permit", "unknown"],
        IssuerState = "offer",
        DpopThumbprint = Keys.New(1).PublicKey.Thumbprint,
    };

    [Fact]
    public void A_request_survives_a_round_trip()
    {
        var read = Parse(Honest.ToForm()).Expect();

        Assert.Equal(Honest with { Details = read.Details, Scopes = read.Scopes }, read);
        Assert.Equal((Honest.Details, Honest.Scopes), (read.Details, read.Scopes), (left, right) => left.Item1.SequenceEqual(right.Item1) && left.Item2.SequenceEqual(right.Item2));
    }

    [Theory]
    [InlineData("response_type", null, IssuanceErrors.InvalidRequest)]
    [InlineData("response_type", "token", AuthorizationErrors.UnsupportedResponseType)]
    [InlineData("response_type", "code id_token", AuthorizationErrors.UnsupportedResponseType)]
    [InlineData("response_mode", "form_post", IssuanceErrors.InvalidRequest)]
    [InlineData("request_uri", "urn:example:1", IssuanceErrors.InvalidRequest)]
    [InlineData("request", "a.b.c", AuthorizationErrors.RequestNotSupported)]
    [InlineData("client_id", null, IssuanceErrors.InvalidRequest)]
    [InlineData("redirect_uri", null, IssuanceErrors.InvalidRequest)]
    [InlineData("redirect_uri", "http://wallet.example/cb", IssuanceErrors.InvalidRequest)]
    [InlineData("redirect_uri", "javascript:alert(1)", IssuanceErrors.InvalidRequest)]
    [InlineData("redirect_uri", "ms-appinstaller:?source=https://attacker.example/app", IssuanceErrors.InvalidRequest)]
    [InlineData("redirect_uri", "search-ms:query=wallet", IssuanceErrors.InvalidRequest)]
    [InlineData("redirect_uri", "https://user@wallet.example/cb", IssuanceErrors.InvalidRequest)]
    [InlineData("redirect_uri", "https://wallet.example/cb#fragment", IssuanceErrors.InvalidRequest)]
    [InlineData("redirect_uri", "/cb", IssuanceErrors.InvalidRequest)]
    [InlineData("redirect_uri", "https://wallet.example/cb\r\nSet-Cookie: a=b", IssuanceErrors.InvalidRequest)]
    [InlineData("redirect_uri", "https://wallet.example/\"cb", IssuanceErrors.InvalidRequest)]
    [InlineData("code_challenge", null, IssuanceErrors.InvalidRequest)]
    [InlineData("code_challenge", "short", IssuanceErrors.InvalidRequest)]
    [InlineData("code_challenge_method", null, IssuanceErrors.InvalidRequest)]
    [InlineData("code_challenge_method", "plain", IssuanceErrors.InvalidRequest)]
    [InlineData("dpop_jkt", "short", IssuanceErrors.InvalidRequest)]
    [InlineData("authorization_details", "{}", AuthorizationErrors.InvalidAuthorizationDetails)]
    [InlineData("authorization_details", "[]", AuthorizationErrors.InvalidAuthorizationDetails)]
    [InlineData("authorization_details", """[{"type":"payment"}]""", AuthorizationErrors.InvalidAuthorizationDetails)]
    [InlineData("authorization_details", """[{"type":"openid_credential"}]""", AuthorizationErrors.InvalidAuthorizationDetails)]
    [InlineData("authorization_details", """[{"type":"openid_credential","credential_configuration_id":"permit","locations":["https://another.example"]}]""", AuthorizationErrors.InvalidAuthorizationDetails)]
    public void A_request_with_one_change_is_refused(string name, string? value, string code)
    {
        Assert.Null(Parse(Honest.ToForm()).Error);

        Refusal.Is(code, Parse(With(name, value)));
    }

    [Fact]
    public void A_parameter_that_stands_twice_is_refused()
        => Refusal.Is(IssuanceErrors.InvalidRequest, Parse($"{Honest.ToForm()}&state=another"));

    [Theory]
    [InlineData("https://anything.example/wallet?x=y", true)]
    [InlineData("http://127.0.0.1:5000/cb", true)]
    [InlineData("eu.example.wallet:/cb", true)]
    [InlineData("haip-wallet://cb", true)]
    [InlineData("data:text/html,x", false)]
    public void Wallets_are_not_registered_but_their_addresses_have_a_shape(string address, bool allowed)
        => Assert.Equal(allowed, RedirectAddress.IsAllowed(address));

    [Fact]
    public void A_long_state_and_none_are_both_taken()
    {
        Assert.Equal(new string('s', 2_000), Parse(With("state", new string('s', 2_000))).Expect().State);
        Assert.Null(Parse(With("state", null)).Expect().State);
        Refusal.Is(IssuanceErrors.InvalidRequest, Parse(With("state", new string('s', 2_001))));
    }

    [Fact]
    public void Unknown_members_and_a_fitting_location_do_not_disturb()
    {
        var details = $$"""[{"type":"openid_credential","credential_configuration_id":"permit","locations":["{{Issuer}}"],"claims":[{"path":["x"]}],"new":1}]""";

        Assert.Equal(["permit"], Parse(With("authorization_details", details)).Expect().Details);
    }

    [Theory]
    [InlineData("iss", "https://another.example")]
    [InlineData("iss", null)]
    [InlineData("state", "another")]
    [InlineData("state", null)]
    [InlineData("code", null)]
    [InlineData("error", "access_denied")]
    public void An_answer_of_another_server_or_to_another_question_is_refused(string name, string? value)
    {
        var address = new Uri(new AuthorizationResponse(Issuer, "s 1") { Code = "c" }.AddressAt("https://wallet.example/cb?a=b"));
        Assert.Equal("c", AuthorizationResponse.Parse(address, Issuer, "s 1").Expect().Code);

        var changed = Change(address.Query.TrimStart('?'), name, value);

        Assert.NotNull(AuthorizationResponse.Parse(new Uri($"https://wallet.example/cb?{changed}"), Issuer, "s 1").Error);
    }

    private static string With(string name, string? value) => Change(Honest.ToForm(), name, value);

    private static string Change(string form, string name, string? value)
    {
        var others = form.Split('&').Where(pair => !pair.StartsWith(name + '=', StringComparison.Ordinal));
        return string.Join('&', value is null ? others : [.. others, FormParameters.Write((name, value))]);
    }

    private static Modellstadt.Protocols.Credentials.Checked<AuthorizationRequest> Parse(string text) => FormParameters.Parse(text).Then(form => AuthorizationRequest.Parse(form, Issuer));
}
