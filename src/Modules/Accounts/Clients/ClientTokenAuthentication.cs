using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Accounts.Clients;

/// <summary>Bearer tokens of clients at endpoints that name a scope (RFC 6750, sections 2.1 and 3).</summary>
internal sealed class ClientTokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ClientTokens tokens, LiveClients clients, IEnumerable<ApiScope> scopes)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ClientToken";
    public const string ScopeClaim = "scope";

    private const string Prefix = "Bearer ";

    private string? Demanded => Context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>()?.Name;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || scopes.FirstOrDefault(scope => scope.Name == Demanded) is not { } demanded)
            return AuthenticateResult.NoResult();
        if (!tokens.Read(header[Prefix.Length..], demanded.Audience).TryGetValue(out var token, out var error))
            return AuthenticateResult.Fail(error.Detail);
        if (await clients.FindAsync(token.Client, Context.RequestAborted) is not { } client)
            return AuthenticateResult.Fail("The client is locked.");

        // What was taken from a client after the token was made is gone at once.
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, client.Id.ToString()), new Claim(ClaimTypes.Name, client.Name), .. token.Scopes.Where(client.Scopes.Contains).Select(scope => new Claim(ScopeClaim, scope))],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Context.Problem(new ClientTokenMissing()).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{Demanded}\"";
        return Context.Problem(new OtherScopeRequired()).ExecuteAsync(Context);
    }
}
