using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Types;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Issuer.Identities;

/// <summary>An issuer identity with everything it needs to issue.</summary>
/// <param name="Identity">Who it is.</param>
/// <param name="Id">The credential issuer identifier, <c>iss</c> of its credentials.</param>
/// <param name="Key">What it signs with.</param>
/// <param name="Types">What it issues.</param>
internal sealed record HostedIssuer(IssuerIdentity Identity, string Id, IssuerKey Key, IReadOnlyList<CredentialType> Types)
{
    /// <summary>The largest batch of any of its types (OpenID4VCI 1.0, section 12.2.4: one number for the issuer).</summary>
    public int BatchSize => Types.Select(type => type.BatchSize).DefaultIfEmpty(1).Max();

    /// <summary>An address below the issuer's own.</summary>
    public Uri At(string path) => new(Id + path);
}

/// <summary>The issuers on this server, by slug and by credential type.</summary>
internal sealed class HostedIssuers
{
    private readonly Dictionary<string, HostedIssuer> bySlug;
    private readonly Dictionary<string, CredentialType> types;

    public HostedIssuers(IEnumerable<IssuerIdentity> identities, HostedTypes types, KeyFiles files, IOptions<TownOptions> town, TimeProvider time, RandomSource random)
    {
        this.types = types.All;
        // Two modules may bring the same identity; the first one counts.
        bySlug = identities.DistinctBy(identity => identity.Slug).ToDictionary(identity => identity.Slug, identity =>
        {
            var id = IssuerIdentity.IdOf(town.Value, identity.Slug);
            var key = IssuerKey.ReadOrCreate(files, identity, new Uri(id), time.GetUtcNow(), random);
            return new HostedIssuer(identity, id, key, [.. this.types.Values.Where(type => type.IssuerSlug == identity.Slug)]);
        });
    }

    public IEnumerable<HostedIssuer> All => bySlug.Values;

    /// <summary>The issuer with this slug, or null.</summary>
    public HostedIssuer? Find(string slug) => bySlug.GetValueOrDefault(slug);

    /// <summary>The credential type with this configuration id, or null.</summary>
    public CredentialType? FindType(string configurationId) => types.GetValueOrDefault(configurationId);
}
