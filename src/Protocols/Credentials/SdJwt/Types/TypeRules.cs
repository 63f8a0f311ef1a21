// draft-ietf-oauth-sd-jwt-vc-19 §5.6 (validation against claim metadata), §5.7; the holder's side, which has all Disclosures.
using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.Credentials.SdJwt.Types;

/// <summary>Does a credential keep what its type promises?</summary>
public static class TypeRules
{
    /// <summary>
    /// The first promise that is broken, or null. For holders, who have all Disclosures; a verifier sees only some and cannot tell a
    /// missing claim from one that was not shown.
    /// </summary>
    public static ProtocolError? Check(ParsedSdJwt credential, TypeMetadata type)
    {
        if (!ProcessedPayload.Of(credential, FrozenSet<string>.Empty).TryGetValue(out var payload, out var error))
            return error;
        foreach (var claim in type.Claims)
        {
            if (PlacesOf(payload.Claims, claim.Path) is not { } places)
                return TypeMetadata.Refuse("§5.6.1", $"{claim.Path} does not fit the credential.");
            if (claim.Mandatory is true && places.Count == 0)
                return TypeMetadata.Refuse("§5.6.3", $"{claim.Path} is mandatory and missing.");
            foreach (var place in places)
            {
                var disclosable = payload.Disclosures.Any(disclosure => disclosure.Place.SequenceEqual(place));
                if (disclosable ? claim.Disclosure is ClaimDisclosure.Never : claim.Disclosure is ClaimDisclosure.Always)
                    return TypeMetadata.Refuse("§5.6.4", $"{claim.Path} is {(disclosable ? "" : "not ")}selectively disclosable.");
            }
        }

        return null;
    }

    /// <summary>Where exactly a path leads; null when a step does not fit what it is applied to.</summary>
    private static List<ClaimStep[]>? PlacesOf(JsonObject claims, ClaimPath path)
    {
        List<(ClaimStep[] Place, JsonNode? Node)> selected = [([], claims)];
        foreach (var step in path.Steps)
        {
            var next = new List<(ClaimStep[] Place, JsonNode? Node)>();
            foreach (var (place, node) in selected)
            {
                switch (node)
                {
                    case JsonObject members when step.Name is { } name:
                        if (members.TryGetPropertyValue(name, out var member))
                            next.Add(([.. place, step], member));
                        break;
                    case JsonArray elements when step.Name is null:
                        next.AddRange(Enumerable.Range(0, elements.Count)
                            .Where(position => step.Matches(ClaimStep.Element(position)))
                            .Select(position => ((ClaimStep[])[.. place, ClaimStep.Element(position)], elements[position])));
                        break;
                    default:
                        return null;
                }
            }

            selected = next;
        }

        return [.. selected.Select(entry => entry.Place)];
    }
}
