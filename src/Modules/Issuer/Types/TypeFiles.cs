using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Modellstadt.Issuer.Offers;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Issuer.Types;

/// <summary>Credential types that a town describes in files of its own, one JSON object each; the town itself issues them.</summary>
internal static partial class TypeFiles
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxClaims = 100;
    private const int MaxBatch = 100;

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The types in a folder, in the order of the files' names; none when there is no such folder.</summary>
    /// <exception cref="InvalidOperationException">A file does not describe a type; the message says which and why.</exception>
    public static IReadOnlyList<CredentialType> Read(string directory) => Directory.Exists(directory)
        ? [.. Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal).Select(ReadFile)]
        : [];

    private static CredentialType ReadFile(string path)
    {
        var described = Parse(path);
        if (Fault(described) is { } fault)
            throw new InvalidOperationException($"{path}: {fault}");
        return new CredentialType(
            IssuerIdentity.TownSlug, described.ConfigurationId, described.Vct, described.Name.ToText(),
            [.. described.Claims.Select(claim => new CredentialClaim(claim.Name, claim.Label.ToText(), claim.Mandatory))])
        {
            BatchSize = described.BatchSize,
            Validity = TimeSpan.FromDays(described.ValidityDays),
            BackgroundColor = described.BackgroundColor,
            TextColor = described.TextColor,
        };
    }

    private static DescribedType Parse(string path)
    {
        if (new FileInfo(path).Length > MaxBytes)
            throw new InvalidOperationException($"{path}: the file is longer than {MaxBytes} bytes.");
        try
        {
            return JsonSerializer.Deserialize<DescribedType>(File.ReadAllBytes(path), Strict) ?? throw new InvalidOperationException($"{path}: the file holds no object.");
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException($"{path}: {broken.Message}", broken);
        }
    }

    private static string? Fault(DescribedType type)
    {
        if (!Id().IsMatch(type.ConfigurationId))
            return "configuration_id is not made of lower-case letters, digits and hyphens.";
        if (!Uri.TryCreate(type.Vct, UriKind.Absolute, out _))
            return "vct is neither a URN nor an address.";
        if (type.Claims.Count is 0 or > MaxClaims || type.Claims.Any(claim => claim.Name.Split('.').Contains("")))
            return $"claims does not hold 1 to {MaxClaims} names.";
        if (type.Claims.Select(claim => ReservedClaims.FindIn(new JsonObject { [claim.Name.Split('.')[0]] = true })).FirstOrDefault(name => name is not null) is { } reserved)
            return $"the claim {reserved} is the issuer's to make.";
        if (type.BatchSize is < 1 or > MaxBatch || type.ValidityDays is < 1 or > 3660)
            return $"batch_size is not 1 to {MaxBatch}, or validity_days is not 1 to 3660.";
        return Colour().IsMatch(type.BackgroundColor) && Colour().IsMatch(type.TextColor) ? null : "a colour is not written as #rrggbb.";
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex Id();

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();

    private sealed record DescribedType(string ConfigurationId, string Vct, Words Name, IReadOnlyList<DescribedClaim> Claims)
    {
        public int BatchSize { get; init; } = 10;

        public int ValidityDays { get; init; } = 365;

        public string BackgroundColor { get; init; } = "#003064";

        public string TextColor { get; init; } = "#ffffff";
    }

    private sealed record DescribedClaim(string Name, Words Label, bool Mandatory = true);

    private sealed record Words(string De, string En)
    {
        public LocalizedText ToText() => new(De, En);
    }
}
