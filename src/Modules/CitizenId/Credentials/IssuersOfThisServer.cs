using Modellstadt.Issuer;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId;

/// <summary>The town believes the issuers on its own server: each for the types it issues, and for no others.</summary>
internal sealed class IssuersOfThisServer(IssuerAnchors anchors, IEnumerable<CredentialType> types) : ITrustedIssuers
{
    private readonly ILookup<string, TrustedIssuer> byType = types
        .SelectMany(type => anchors.All.Where(anchor => anchor.Slug == type.IssuerSlug), (type, anchor) => (type.Vct, Issuer: new TrustedIssuer(anchor.Name, anchor.Certificate)))
        .ToLookup(pair => pair.Vct, pair => pair.Issuer);

    public IReadOnlyList<TrustedIssuer> For(string vct) => [.. byType[vct]];
}

/// <summary>The status lists of this server, without the way through the network.</summary>
internal sealed class StatusListsOfThisServer(OwnStatusLists lists) : IStatusListSource
{
    public ValueTask<string?> TryReadAsync(Uri address, CancellationToken cancellationToken) => new(lists.TryReadAsync(address, cancellationToken));
}
