using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Clients;

/// <summary>
/// POST <c>/oauth/token</c>: the client credentials grant (RFC 6749, section 4.4). The client shows its secret by HTTP Basic (section 2.3.1);
/// <c>scope</c> narrows what it gets, <c>resource</c> (RFC 8707) names the interface.
/// </summary>
internal sealed class IssueClientToken(IDbContextFactory<AccountsDb> databases, ClientTokens tokens, IEnumerable<ApiScope> scopes, IOptions<TownOptions> town)
{
    private const string Prefix = "Basic ";
    private const int LongestCredentials = 400;

    /// <summary>Compared when the client is unknown, so that the time taken does not tell.</summary>
    private static readonly string NobodysHash = new('0', 64);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/oauth/token", PostAsync).LimitBody(4096).RequireRateLimiting(ClientTokenLimit.Name).ExcludeFromDescription();

    private static Task<IResult> PostAsync(HttpContext context, IssueClientToken issue) => issue.RespondAsync(context);

    private async Task<IResult> RespondAsync(HttpContext context)
    {
        context.NeverStore();
        if (await ReadFormAsync(context) is not { } form)
            return Refuse("invalid_request");
        if (await AuthenticateAsync(context) is not { } client)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"oauth\"";
            return Refuse("invalid_client", StatusCodes.Status401Unauthorized);
        }

        if (form["grant_type"] != "client_credentials")
            return Refuse(form.ContainsKey("grant_type") ? "unsupported_grant_type" : "invalid_request");
        return Grant(client, form["scope"].ToString(), form["resource"].ToString());
    }

    /// <summary>What was asked for, or without a wish all that the client has at the interface; never more than it has.</summary>
    private IResult Grant(ApiClient client, string asked, string resource)
    {
        var held = scopes.Where(scope => client.Scopes.Split(' ').Contains(scope.Name)).ToList();
        var wished = asked.Length == 0 ? null : asked.Split(' ').ToHashSet(StringComparer.Ordinal);
        if (wished?.IsSubsetOf(held.Select(scope => scope.Name)) is false)
            return Refuse("invalid_scope");

        var granted = held.Where(scope => wished?.Contains(scope.Name) is not false).Where(scope => resource.Length == 0 || town.Value.At(scope.Audience) == resource).ToList();
        // One token opens one interface.
        if (granted.Select(scope => scope.Audience).Distinct().Count() != 1)
            return Refuse("invalid_target");
        var names = granted.Select(scope => scope.Name).Distinct().ToList();
        return Results.Json(new Granted(tokens.Make(client.Id, granted[0].Audience, names), "Bearer", (int)tokens.Lifetime.TotalSeconds, string.Join(' ', names)));
    }

    private async Task<ApiClient?> AuthenticateAsync(HttpContext context)
    {
        if (Credentials(context.Request.Headers.Authorization.ToString()) is not var (id, secret))
            return null;

        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        var client = await database.Clients.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.Ags == town.Value.Ags, context.RequestAborted);
        var matches = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(client?.SecretHash ?? NobodysHash), Encoding.ASCII.GetBytes(ClientSecrets.HashOf(secret)));
        return matches && client is { LockedAt: null } ? client : null;
    }

    /// <summary>Both parts are form-encoded before they are joined (RFC 6749, section 2.3.1).</summary>
    private static (Guid Id, string Secret)? Credentials(string header)
    {
        if (header.Length > LongestCredentials || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return null;

        var bytes = new byte[LongestCredentials];
        if (!Convert.TryFromBase64String(header[Prefix.Length..].Trim(), bytes, out var length))
            return null;
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 && Guid.TryParse(WebUtility.UrlDecode(parts[0]), out var id) ? (id, WebUtility.UrlDecode(parts[1])) : null;
    }

    /// <summary>Null when it is no form, or says something twice (RFC 6749, section 3.2).</summary>
    private static async Task<IFormCollection?> ReadFormAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return null;
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return form.All(parameter => parameter.Value.Count == 1) ? form : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static IResult Refuse(string error, int status = StatusCodes.Status400BadRequest) => Results.Json(new Refused(error), statusCode: status);

    private sealed record Granted(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn, [property: JsonPropertyName("scope")] string Scope);

    private sealed record Refused([property: JsonPropertyName("error")] string Error);
}
