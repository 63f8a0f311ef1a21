using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Modellstadt.Accounts.Clients;

namespace Modellstadt.Accounts;

/// <summary>The program that makes this request with a token. Scoped; every property is null when there is none.</summary>
public sealed class CurrentClient(IHttpContextAccessor accessor)
{
    private ClaimsPrincipal? Known =>
        accessor.HttpContext?.User is { Identity: { IsAuthenticated: true, AuthenticationType: ClientTokenAuthentication.SchemeName } } user ? user : null;

    /// <summary>Its <c>client_id</c>; the audit names it as actor.</summary>
    public Guid? Id => Guid.TryParse(Known?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>Who runs it.</summary>
    public string? Name => Known?.Identity?.Name;

    /// <summary>True when its token carries the scope.</summary>
    public bool Has(string scope) => Known?.HasClaim(ClientTokenAuthentication.ScopeClaim, scope) is true;
}
