// draft-ietf-oauth-sd-jwt-vc-19 §5.3 (retrieval), §5.4 (extends), §5.5.2, §5.6.5, §7.4 (circles), §6 (integrity).
namespace Modellstadt.Protocols.Credentials.SdJwt.Types;

/// <summary>A type whose document is wanted, and the digests it must have.</summary>
/// <param name="Vct">The type: a URL to fetch it from, or a name that a registry knows.</param>
/// <param name="Integrity">Integrity metadata, or null.</param>
public sealed record TypeReference(string Vct, string? Integrity);

/// <summary>
/// Gathers the documents of a type and of all it extends. It fetches nothing: it says which document it <see cref="Wanted"/>, the caller
/// brings it with <see cref="Add"/>, from hosts of the caller's choice only, and at the end everything is put together.
/// </summary>
public sealed class TypeResolution
{
    /// <summary>How many types may extend each other.</summary>
    public const int MaxTypes = 5;

    private readonly List<TypeMetadata> childFirst = [];

    private TypeResolution(TypeReference wanted) => Wanted = wanted;

    /// <summary>The next document; null when all are there.</summary>
    public TypeReference? Wanted { get; private set; }

    /// <summary>Begins with the type of a credential.</summary>
    /// <param name="vct">`vct`.</param>
    /// <param name="integrity">`vct#integrity`, or null.</param>
    public static TypeResolution Of(string vct, string? integrity) => new(new TypeReference(vct, integrity));

    /// <summary>Takes the document that was <see cref="Wanted"/>; null, or the rule that it breaks.</summary>
    /// <exception cref="InvalidOperationException">No document is wanted.</exception>
    public ProtocolError? Add(ReadOnlySpan<byte> document)
    {
        var wanted = Wanted ?? throw new InvalidOperationException("No document is wanted any more.");
        if (wanted.Integrity is not null)
        {
            // §6: before anything in the document is looked at.
            if (!DocumentIntegrity.Parse(wanted.Integrity).TryGetValue(out var integrity, out var malformed))
                return malformed;
            if (integrity.Check(document) is { } foreign)
                return foreign;
        }

        if (!TypeMetadata.Parse(document).TryGetValue(out var type, out var error))
            return error;
        if (type.Vct != wanted.Vct)
            return TypeMetadata.Refuse("§5.3", "The document is about another type.");
        childFirst.Add(type);
        if (type.Extends is null)
        {
            Wanted = null;
            return null;
        }

        if (childFirst.Any(known => known.Vct == type.Extends))
            return TypeMetadata.Refuse("§7.4", "The types extend each other in a circle.");
        if (childFirst.Count >= MaxTypes)
            return TypeMetadata.Refuse("§7.4", $"More than {MaxTypes} types extend each other.");
        Wanted = new TypeReference(type.Extends, type.ExtendsIntegrity);
        return null;
    }

    /// <summary>The type with everything that it inherits; refused while documents are wanted or when a type is more lenient than what it extends.</summary>
    public Checked<TypeMetadata> Combine()
    {
        if (Wanted is not null)
            return TypeMetadata.Refuse("§5.7", $"The document of {Wanted.Vct} is missing.");
        var combined = childFirst[^1];
        foreach (var child in Enumerable.Reverse(childFirst).Skip(1))
        {
            if (!Merge(combined.Claims, child.Claims).TryGetValue(out var claims, out var error))
                return error;
            combined = child with { Display = child.Display ?? combined.Display, Claims = claims };
        }

        return combined;
    }

    private static Checked<IReadOnlyList<ClaimMetadata>> Merge(IReadOnlyList<ClaimMetadata> inherited, IReadOnlyList<ClaimMetadata> own)
    {
        var merged = new List<ClaimMetadata>();
        foreach (var claim in inherited)
        {
            if (own.FirstOrDefault(candidate => candidate.Path.Equals(claim.Path)) is not { } child)
                merged.Add(claim);
            else if (claim.With(child).TryGetValue(out var both, out var error))
                merged.Add(both);
            else
                return error;
        }

        merged.AddRange(own.Where(claim => !merged.Any(known => known.Path.Equals(claim.Path))));
        return merged;
    }
}
