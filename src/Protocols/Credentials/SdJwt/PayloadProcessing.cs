// RFC 9901 §7.1 (3, 4), §4.1, §4.2.4; draft-ietf-oauth-sd-jwt-vc-19 §2.2.2.3 (protected claims).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>One walk through a payload. It notes the first broken rule in <see cref="Refusal"/>; the result then means nothing.</summary>
internal sealed class PayloadProcessing(IReadOnlyDictionary<string, Disclosure> disclosures, IReadOnlySet<string> protectedClaims)
{
    // Disclosures nest inside Disclosures and each is parsed under its own depth limit, hence a cap for the sum.
    private const int MaxDepth = 32;

    private readonly HashSet<string> digests = [];
    private readonly List<PlacedDisclosure> placed = [];
    private readonly List<ClaimStep> place = [];
    private int protectedDepth;

    /// <summary>The first broken rule, or null.</summary>
    public ProtocolError? Refusal { get; private set; }

    /// <summary>The Disclosures that found their digest.</summary>
    public IReadOnlyList<PlacedDisclosure> Placed => placed;

    /// <summary>The processed copy of an object.</summary>
    public JsonObject Process(JsonObject claims)
    {
        var result = new JsonObject();
        foreach (var (name, value) in claims)
        {
            // §4.1.1: _sd_alg stands at the top level only; §4.2.4.1: _sd is replaced below.
            if (name == SdJwtNames.Digests || (name == SdJwtNames.HashAlgorithm && place.Count == 0))
                continue;
            if (SdJwtNames.IsReserved(name))
                Refuse(ErrorCodes.ClaimName, "RFC 9901 §4.1, §4.1.1", $"{name} is reserved and stands where it may not.");
            else
                result[name] = Descend(ClaimStep.Member(name), value);
        }

        if (claims.TryGetPropertyValue(SdJwtNames.Digests, out var hidden))
            Disclose(hidden, result);
        return result;
    }

    // §7.1 (3.3.2)
    private void Disclose(JsonNode? hidden, JsonObject claims)
    {
        if (hidden is not JsonArray listed || !listed.All(digest => digest.IsText(out _)))
        {
            Refuse(ErrorCodes.Malformed, "RFC 9901 §4.2.4.1", "_sd is not an array of strings.");
            return;
        }

        foreach (var digest in listed)
        {
            if (Find(digest!.GetValue<string>()) is not { } disclosure)
                continue;
            if (disclosure.ClaimName is not { } name)
                Refuse(ErrorCodes.Disclosure, "RFC 9901 §7.1 (3.3.2.1)", "A Disclosure of an array element stands for a claim.");
            else if (SdJwtNames.IsReserved(name))
                Refuse(ErrorCodes.ClaimName, "RFC 9901 §7.1 (3.3.2.2)", "A Disclosure bears a reserved name.");
            else if (claims.ContainsKey(name))
                Refuse(ErrorCodes.ClaimName, "RFC 9901 §7.1 (3.3.2.3)", "A Disclosure would overwrite a claim.");
            else if (place.Count == 0 && protectedClaims.Contains(name))
                Refuse(ErrorCodes.ProtectedClaim, "RFC 9901 §9.7; SD-JWT VC §2.2.2.3", $"{name} must not be selectively disclosable.");
            else
                claims[name] = Insert(disclosure, ClaimStep.Member(name));
        }
    }

    // §7.1 (3.3.3), (3e)
    private JsonArray Process(JsonArray elements)
    {
        var result = new JsonArray();
        foreach (var element in elements)
        {
            var step = ClaimStep.Element(result.Count);
            if (element is not JsonObject placeholder || !placeholder.TryGetPropertyValue(SdJwtNames.HiddenElement, out var digest))
                result.Add(Descend(step, element));
            else if (placeholder.Count != 1 || !digest.IsText(out _))
                Refuse(ErrorCodes.Malformed, "RFC 9901 §4.2.4.2", "A hidden array element has other members or no text as digest.");
            else if (Find(digest!.GetValue<string>()) is not { } disclosure)
                continue;
            else if (disclosure.ClaimName is not null)
                Refuse(ErrorCodes.Disclosure, "RFC 9901 §7.1 (3.3.3.1)", "A Disclosure of a claim stands for an array element.");
            else
                result.Add(Insert(disclosure, step));
        }

        return result;
    }

    private Disclosure? Find(string digest)
    {
        // §7.1 (4): also among digests without Disclosure.
        if (!digests.Add(digest))
            Refuse(ErrorCodes.DuplicateDigest, "RFC 9901 §7.1 (4)", "A digest occurs twice.");
        if (protectedDepth > 0)
            Refuse(ErrorCodes.ProtectedClaim, "SD-JWT VC §2.2.2.3", "A part of a protected claim is hidden behind a digest.");
        return Refusal is null ? disclosures.GetValueOrDefault(digest) : null;
    }

    private JsonNode? Insert(Disclosure disclosure, ClaimStep step)
    {
        placed.Add(new PlacedDisclosure(disclosure, [.. place, step]));
        return Descend(step, disclosure.SignedValue);
    }

    private JsonNode? Descend(ClaimStep step, JsonNode? node)
    {
        if (node is not (JsonObject or JsonArray))
            return node?.DeepClone();
        if (place.Count >= MaxDepth)
        {
            Refuse(ErrorCodes.Json, "RFC 8259 §9", "Claims are nested too deeply.");
            return null;
        }

        var isProtected = place.Count == 0 && protectedClaims.Contains(step.Name ?? "");
        protectedDepth += isProtected ? 1 : 0;
        place.Add(step);
        JsonNode? result = node is JsonObject claims ? Process(claims) : Process((JsonArray)node);
        place.RemoveAt(place.Count - 1);
        protectedDepth -= isProtected ? 1 : 0;
        return result;
    }

    private void Refuse(string code, string clause, string detail) => Refusal ??= new ProtocolError(code, clause, detail);
}
