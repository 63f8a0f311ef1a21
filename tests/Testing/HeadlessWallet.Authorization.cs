using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Testing;

public sealed partial class HeadlessWallet
{
    /// <summary>The client identifier of this kind of wallet.</summary>
    public const string ClientId = "https://headless-wallet.example";

    /// <summary>Where the browser brings answers of authorization servers.</summary>
    public const string RedirectUri = "https://headless-wallet.example/callback";

    /// <summary>Asks an issuer for authorization, as honest wallets do: pushed, with PKCE, by scope.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="configurationId">The credential configuration; its id is its scope.</param>
    /// <param name="change">What the caller changes about the request.</param>
    public async Task<AskedAuthorization> AskAsync(OfferingIssuer issuer, string configurationId, Func<AuthorizationRequest, AuthorizationRequest>? change = null)
    {
        var asked = NewRequest(configurationId, change);
        var reply = await PostTokenRequestAsync(issuer.Server.PushedRequestEndpoint!, asked.Request.ToForm());
        var pushed = PushedRequest.Parse(reply.Status is System.Net.HttpStatusCode.Created ? reply.Body : reply.ExpectBody()).Expect();
        return asked with { Address = pushed.AddressAt(issuer.Server.AuthorizationEndpoint!, asked.Request.ClientId), RequestUri = pushed.RequestUri };
    }

    /// <summary>A request that has not been sent.</summary>
    public AskedAuthorization NewRequest(string configurationId, Func<AuthorizationRequest, AuthorizationRequest>? change = null)
    {
        var verifier = CodeChallenge.NewVerifier(random);
        var request = new AuthorizationRequest(ClientId, RedirectUri, CodeChallenge.Of(verifier)) { State = NewNonce(), Scopes = [configurationId] };
        return new AskedAuthorization(change is null ? request : change(request), verifier);
    }

    /// <summary>Takes the code from the address to which the browser was sent, and gets the tokens for it; fails the test when it was refused.</summary>
    public async Task<TokenResponse> ExchangeAsync(OfferingIssuer issuer, AskedAuthorization asked, Uri answer)
    {
        var code = AuthorizationResponse.Parse(answer, issuer.Server.Issuer, asked.Request.State).Expect().Code!;
        var reply = await PostTokenRequestAsync(issuer.Server.TokenEndpoint, asked.ToTokenRequest(code).ToForm());
        return TokenResponse.Parse(reply.ExpectBody()).Expect();
    }

    /// <summary>New tokens for a refresh token; fails the test when they are refused.</summary>
    public async Task<TokenResponse> RefreshAsync(OfferingIssuer issuer, string refreshToken)
    {
        var reply = await PostTokenRequestAsync(issuer.Server.TokenEndpoint, new RefreshTokenRequest(refreshToken) { ClientId = ClientId }.ToForm());
        return TokenResponse.Parse(reply.ExpectBody()).Expect();
    }
}

/// <summary>What a wallet remembers of a request for authorization.</summary>
/// <param name="Request">What it asked.</param>
/// <param name="Verifier">What answers its challenge.</param>
public sealed record AskedAuthorization(AuthorizationRequest Request, string Verifier)
{
    /// <summary>Where the browser goes; null until it was pushed.</summary>
    public Uri? Address { get; init; }

    /// <summary>The request_uri; null until it was pushed.</summary>
    public string? RequestUri { get; init; }

    /// <summary>The token request for a code.</summary>
    public CodeTokenRequest ToTokenRequest(string code) => new(code, Request.RedirectUri, Verifier) { ClientId = Request.ClientId };
}
