// OpenID4VP 1.0 §6.3 (values), §6.4.1 (selecting claims), §7 (claims path pointer).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Dcql;

/// <summary>How a credential answers a credential query.</summary>
/// <param name="Paths">The claims that answer: all, or those of the first claim set that the credential can answer.</param>
/// <param name="Claims">Exactly these claims; whatever else the credential shows is left out.</param>
public sealed record CredentialMatch(IReadOnlyList<ClaimPath> Paths, JsonObject Claims)
{
    /// <summary>Matches the claims of a credential, or refuses with <see cref="PresentationErrors.QueryNotSatisfied"/>.</summary>
    /// <param name="query">What is asked; type and format were checked before.</param>
    /// <param name="claims">The processed payload of the credential.</param>
    public static Checked<CredentialMatch> Of(CredentialQuery query, JsonObject claims)
    {
        if (ChooseClaims(query, claims) is not { } chosen)
            return new ProtocolError(PresentationErrors.QueryNotSatisfied, "OpenID4VP 1.0 §6.4.1", $"The credential for {query.Id} lacks claims that were asked for.");
        ClaimPath[] paths = [.. chosen.Select(claim => claim.Path)];
        return new CredentialMatch(paths, (JsonObject)Reduce(claims, [.. paths.Select(path => path.Steps)])!);
    }

    private static IEnumerable<ClaimQuery>? ChooseClaims(CredentialQuery query, JsonObject claims)
    {
        if (query.ClaimSets.Count == 0)
            return query.Claims.All(claim => IsAnswered(claim, claims)) ? query.Claims : null;
        var answered = query.Claims.Where(claim => IsAnswered(claim, claims)).ToDictionary(claim => claim.Id!);
        return query.ClaimSets.FirstOrDefault(set => set.All(answered.ContainsKey))?.Select(id => answered[id]);
    }

    private static bool IsAnswered(ClaimQuery claim, JsonObject claims)
    {
        var selected = claim.Path.Select(claims);
        return selected.Count > 0
            && (claim.Values.Count == 0 || selected.Any(found => claim.Values.Any(wanted => JsonNode.DeepEquals(wanted, found))));
    }

    /// <summary>A copy with only the places the paths lead to; elements of arrays keep their positions.</summary>
    private static JsonNode? Reduce(JsonNode? node, IReadOnlyList<IReadOnlyList<ClaimStep>> paths)
    {
        if (paths.Any(path => path.Count == 0))
            return node?.DeepClone();
        return node switch
        {
            JsonObject claims => new JsonObject(claims
                .Select(claim => (claim.Key, claim.Value, Below: Follow(paths, ClaimStep.Member(claim.Key))))
                .Where(claim => claim.Below.Count > 0)
                .Select(claim => KeyValuePair.Create(claim.Key, Reduce(claim.Value, claim.Below)))),
            JsonArray elements => new JsonArray([.. elements.Select((element, position) => Reduce(element, Follow(paths, ClaimStep.Element(position))))]),
            _ => null,
        };
    }

    private static List<IReadOnlyList<ClaimStep>> Follow(IReadOnlyList<IReadOnlyList<ClaimStep>> paths, ClaimStep place) =>
        [.. paths.Where(path => path[0].Matches(place)).Select(path => path.Skip(1).ToArray())];
}
