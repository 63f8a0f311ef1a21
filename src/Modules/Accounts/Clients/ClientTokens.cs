using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Accounts.Clients;

/// <summary>What a token says.</summary>
/// <param name="Client">Whose it is.</param>
/// <param name="Scopes">What it opens.</param>
internal sealed record ClientToken(Guid Client, IReadOnlyList<string> Scopes);

/// <summary>Makes and reads access tokens of clients: JWTs as RFC 9068 has them, signed with ES256, for one interface, short-lived.</summary>
internal sealed class ClientTokens(ClientTokenKeys keys, IOptions<TownOptions> town, IOptions<AccountsOptions> options, RandomSource random, TimeProvider time)
{
    /// <summary>What <see cref="AccountsOptions.ClientTokenLifetime"/> allows at most.</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromMinutes(15);

    private const string Type = "at+jwt";

    /// <summary>RFC 9068, section 4, leaves room for a small skew; both clocks are ours.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <summary>A token of ours has some 700 characters.</summary>
    private static readonly JsonLimits Limits = new(MaxBytes: 2048, MaxDepth: 4, MaxValues: 32);

    private static readonly JwsRules Rules = JwsRules.ForType(Type);

    /// <summary>How long a new one counts.</summary>
    public TimeSpan Lifetime => options.Value.ClientTokenLifetime;

    /// <summary>A new token.</summary>
    public string Make(Guid client, string audience, IEnumerable<string> scopes)
    {
        var (now, key) = (time.GetUtcNow(), keys.Current);
        var header = new JsonObject { ["typ"] = Type, ["kid"] = key.PublicKey.Thumbprint };
        var payload = new JsonObject
        {
            ["iss"] = town.Value.PortalOrigin,
            ["sub"] = client.ToString(),
            ["client_id"] = client.ToString(),
            ["aud"] = town.Value.At(audience),
            ["scope"] = string.Join(' ', scopes),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["jti"] = random.NewSecret(16),
        };
        return CompactJws.Sign(header, payload, key);
    }

    /// <summary>What a token says when the town signed it for this interface and its time is not over (RFC 9068, section 4).</summary>
    public Checked<ClientToken> Read(string text, string audience) =>
        CompactJws.Parse(text, Limits).Then(Verify).Then(token => Judge(token.Payload, audience));

    /// <summary>Algorithm and type come before the key: a header that chooses other rules chooses nothing.</summary>
    private Checked<CompactJws> Verify(CompactJws token)
    {
        if (token.CheckHeader(Rules) is { } broken)
            return broken;
        return token.Header.Text("kid") is { } name && keys.Find(name) is { } key
            ? token.Verify(key, Rules)
            : new ProtocolError(ErrorCodes.Key, "RFC 9068 §4", "No key that counts has this kid.");
    }

    private Checked<ClientToken> Judge(JsonObject claims, string audience)
    {
        var now = time.GetUtcNow();
        if (claims.Text("iss") != town.Value.PortalOrigin || claims.Text("aud") != town.Value.At(audience))
            return Refuse("The token is for another interface.");
        if (claims.Instant("exp") is not { } end || end <= now || claims.Instant("iat") is not { } start || start > now + Skew)
            return Refuse("The time of the token is over or has not begun.");
        return Guid.TryParse(claims.Text("client_id"), out var client) && claims.Text("scope") is { } scopes
            ? new ClientToken(client, scopes.Split(' '))
            : Refuse("client_id or scope is missing.");
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Claim, "RFC 9068 §4", detail);
}
