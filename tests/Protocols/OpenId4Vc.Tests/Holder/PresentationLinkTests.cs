using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder;

/// <summary>What a link makes a wallet do (OpenID4VP 1.0 §5, RFC 9101 §5). Attack 18: fetching what a link names.</summary>
public sealed class PresentationLinkTests
{
    private const string Client = "client_id=x509_hash%3Aabc";

    [Theory]
    [InlineData("", false)]
    [InlineData("&request_uri_method=get", false)]
    [InlineData("&request_uri_method=post", true)]
    public void A_link_leads_to_the_question(string method, bool byPost)
    {
        var link = PresentationLink.Parse($"openid4vp://?{Client}&request_uri=https%3A%2F%2Fverifier.example%2Frequests%2F1{method}").Expect();

        Assert.Equal(("x509_hash:abc", "https://verifier.example/requests/1", byPost), (link.ClientId, link.RequestUri!.AbsoluteUri, link.ByPost));
    }

    [Theory]
    [InlineData("http://verifier.example/requests/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://verifier.example/1")]
    [InlineData("//verifier.example/1")]
    [InlineData("requests/1")]
    [InlineData("https://user@verifier.example/1")]
    [InlineData("https://verifier.example/1#fragment")]
    [InlineData("")]
    public void An_address_that_is_not_plain_https_is_never_called(string address)
        => Refusal.Is(PresentationErrors.InvalidRequest, PresentationLink.Parse($"openid4vp://?{Client}&request_uri={Uri.EscapeDataString(address)}"));

    [Theory]
    [InlineData("POST")]
    [InlineData("put")]
    [InlineData("")]
    public void Only_get_and_post_fetch_a_question(string method)
        => Refusal.Is(PresentationErrors.InvalidRequestUriMethod, PresentationLink.Parse($"openid4vp://?{Client}&request_uri=https://verifier.example/1&request_uri_method={method}"));

    [Theory]
    [InlineData("request_uri=https://verifier.example/1")]
    [InlineData("client_id=x509_hash%3Aabc&client_id=x509_hash%3Aabc&request_uri=https://verifier.example/1")]
    [InlineData("client_id=x509_hash%3Aabc&request_uri=https://verifier.example/1&request=a.b.c")]
    [InlineData("client_id=x509_hash%3Aabc&request_uri_method=post")]
    [InlineData("client_id=x509_hash%3Aabc&request_uri")]
    [InlineData("client_id=&request_uri=https://verifier.example/1")]
    [InlineData("")]
    public void A_link_that_does_not_say_clearly_who_asks_what_is_refused(string parameters)
        => Refusal.Is(PresentationErrors.InvalidRequest, PresentationLink.Parse($"openid4vp://?{parameters}"));

    [Fact]
    public void A_link_has_limits()
    {
        Refusal.Is(PresentationErrors.InvalidRequest, PresentationLink.Parse($"openid4vp://?{Client}&request={new string('a', 70_000)}"));
        Refusal.Is(PresentationErrors.InvalidRequest, PresentationLink.Parse($"openid4vp://?{Client}&{string.Join('&', Enumerable.Range(0, 60).Select(number => $"p{number}=v"))}"));
    }

    [Fact]
    public void A_signed_question_may_stand_in_the_link()
    {
        var verifier = new TestVerifier();
        var link = PresentationLink.Parse($"openid4vp://?client_id={Uri.EscapeDataString(verifier.ClientId)}&request={verifier.Sign()}").Expect();

        Assert.Null(link.RequestUri);
        Assert.Null(PresentationRequest.Open(link.Request!, verifier.Rules).Error);
    }
}
