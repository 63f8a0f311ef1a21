using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Types;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Issuer.Identities;

/// <summary>An issuer identity with everything it needs to issue.</summary>
/// <param name="Identity">Who it is.</param>
/// <param name="Id">The credential issuer identifier, <c>iss</c> of its credentials.</param>
/// <param name="Keys">Its keys, which follow each other.</param>
/// <param name="Types">What it issues.</param>
internal sealed record HostedIssuer(IssuerIdentity Identity, string Id, IssuerKeys Keys, IReadOnlyList<CredentialType> Types)
{
    /// <summary>The largest batch of any of its types (OpenID4VCI 1.0, section 12.2.4: one number for the issuer).</summary>
    public int BatchSize => Types.Select(type => type.BatchSize).DefaultIfEmpty(1).Max();

    /// <summary>What it signs with; the same for the whole of a request, so that a batch is signed by one key.</summary>
    public IssuerKey Key { get; init; } = Keys.Current;

    /// <summary>An address below the issuer's own.</summary>
    public Uri At(string path) => new(Id + path);
}

/// <summary>The issuers on this server, by slug and by credential type.</summary>
internal sealed class HostedIssuers
{
    private readonly Dictionary<string, HostedIssuer> bySlug;
    private readonly Dictionary<string, CredentialType> byConfiguration;

    public HostedIssuers(IEnumerable<IssuerIdentity> identities, HostedTypes types, IssuerKeyMaking making, KeyRings rings, IOptions<TownOptions> town, TimeProvider time)
    {
        byConfiguration = types.All.Values.SelectMany(type => type.ConfigurationIds, (type, id) => (id, type)).ToDictionary(pair => pair.id, pair => pair.type);
        // Two modules may bring the same identity; the first one counts.
        bySlug = identities.DistinctBy(identity => identity.Slug).ToDictionary(identity => identity.Slug, identity =>
        {
            var id = IssuerIdentity.IdOf(town.Value, identity.Slug);
            var keys = new IssuerKeys(identity, new Uri(id), making, rings, time).Start();
            return new HostedIssuer(identity, id, keys, [.. types.All.Values.Where(type => type.IssuerSlug == identity.Slug)]);
        });
    }

    /// <summary>All of them, with the keys of this moment.</summary>
    public IEnumerable<HostedIssuer> All => bySlug.Values.Select(Now);

    /// <summary>The issuer with this slug and the key of this moment, or null.</summary>
    public HostedIssuer? Find(string slug) => bySlug.TryGetValue(slug, out var issuer) ? Now(issuer) : null;

    /// <summary>The credential type one of whose forms has this configuration id, or null.</summary>
    public CredentialType? FindType(string configurationId) => byConfiguration.GetValueOrDefault(configurationId);

    private static HostedIssuer Now(HostedIssuer issuer)
    {
        var key = issuer.Keys.Current;
        return ReferenceEquals(key, issuer.Key) ? issuer : issuer with { Key = key };
    }
}
