using Modellstadt.Issuer;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId;

/// <summary>
/// The town believes the issuers on its own server: each for the types it issues, and for no others. And it believes the towns that its
/// operator names: for the citizen ID as SD-JWT VC, which is all that is asked of them.
/// </summary>
internal sealed class TrustedByTheTown(IssuerAnchors anchors, AcceptedTowns towns, IEnumerable<CredentialType> types) : ITrustedIssuers
{
    private readonly ILookup<string, string> slugs = types
        .SelectMany(type => (string?[])[type.Vct, type.Mdoc?.DocumentType], (type, name) => (Name: name, type.IssuerSlug))
        .Where(pair => pair.Name is not null)
        .ToLookup(pair => pair.Name!, pair => pair.IssuerSlug);

    private readonly IReadOnlyList<TrustedIssuer> others =
        [.. towns.All.SelectMany(town => town.Roots, (town, root) => new TrustedIssuer(town.IssuerName, root) { ElsewhereAt = town.Origin })];

    public IReadOnlyList<TrustedIssuer> For(string vct) =>
    [
        .. anchors.All.Where(anchor => slugs[vct].Contains(anchor.Slug)).Select(anchor => new TrustedIssuer(anchor.Name, anchor.Certificate)),
        .. vct == CitizenIds.Vct ? others : [],
    ];
}

/// <summary>The status lists of this server, without the way through the network.</summary>
internal sealed class StatusListsOfThisServer(OwnStatusLists lists) : IStatusListSource
{
    public ValueTask<string?> TryReadAsync(Uri address, CancellationToken cancellationToken) => new(lists.TryReadAsync(address, cancellationToken));
}
