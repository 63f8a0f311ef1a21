using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>What the identity document (PID) said about its holder.</summary>
internal sealed record IdCard(PersonName Name, DateOnly BirthDate, string StreetAddress, string PostalCode)
{
    /// <summary>The identifier of its query.</summary>
    public const string QueryId = "pid";

    /// <summary>No real name part or street is longer; a longer one is an attack on the matching.</summary>
    private const int LongestText = 200;

    /// <summary>The claims that the town asks for.</summary>
    public static IReadOnlyList<string> AskedClaims { get; } = ["given_name", "family_name", "birthdate", "address"];

    /// <summary>Reads the presented claims (PID rule book, SD-JWT VC encoding).</summary>
    public static Outcome<IdCard> Read(JsonObject claims)
    {
        var address = claims["address"] as JsonObject;
        if (Text(claims, "given_name") is not { } givenNames || Text(claims, "family_name") is not { } familyName
            || Text(address, "street_address") is not { } street || Text(address, "postal_code") is not { } postalCode
            || !DateOnly.TryParseExact(Text(claims, "birthdate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birthDate))
            return new IdCardIncomplete();

        return (NameCharacters.FirstUnknown(givenNames) ?? NameCharacters.FirstUnknown(familyName)) is { } unknown
            ? new CharacterUnknown(unknown)
            : new IdCard(new PersonName(givenNames, familyName), birthDate, street, postalCode);
    }

    /// <summary>The question to the register.</summary>
    public ResidentQuery ToQuery() => new(Name, BirthDate, StreetAddress, PostalCode);

    public string Write() => JsonSerializer.Serialize(this);

    public static IdCard ReadStored(string json) => JsonSerializer.Deserialize<IdCard>(json)!;

    private static string? Text(JsonObject? from, string name) =>
        from?[name] is JsonValue value && value.TryGetValue(out string? text) && text.Trim() is { Length: > 0 and <= LongestText } trimmed ? trimmed : null;
}
