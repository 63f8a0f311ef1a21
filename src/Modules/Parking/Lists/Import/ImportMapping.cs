using System.Text.Json;

namespace Modellstadt.Parking.Lists.Import;

/// <summary>What a column of a foreign list can mean.</summary>
internal enum ImportField
{
    /// <summary>The number on the permit.</summary>
    PermitNumber,

    /// <summary>One plate, or several with commas between.</summary>
    Plates,

    /// <summary>The letter of the zone.</summary>
    Zone,

    /// <summary>First day.</summary>
    ValidFrom,

    /// <summary>Last day.</summary>
    ValidUntil,

    /// <summary>The resident register's key of the holder; without it name and birth date find the person.</summary>
    RegisterKey,

    /// <summary>Given names of the holder.</summary>
    GivenNames,

    /// <summary>Family name of the holder.</summary>
    FamilyName,

    /// <summary>Birth date of the holder.</summary>
    BirthDate,
}

/// <summary>Which column of a foreign list means what.</summary>
/// <param name="Columns">Column names by field.</param>
internal sealed record ImportMapping(IReadOnlyDictionary<ImportField, string> Columns)
{
    private static readonly (ImportField Field, string[] Words)[] Known =
    [
        (ImportField.PermitNumber, ["permit_number", "ausweisnummer", "ausweisnr", "nummer", "number"]),
        (ImportField.Plates, ["plates", "plate", "kennzeichen", "kfzkennzeichen"]),
        (ImportField.Zone, ["zone", "gebiet", "parkzone", "bewohnerparkgebiet"]),
        (ImportField.ValidFrom, ["valid_from", "gueltigab", "gültigab", "von", "beginn"]),
        (ImportField.ValidUntil, ["valid_until", "gueltigbis", "gültigbis", "bis", "ende"]),
        (ImportField.RegisterKey, ["register_key", "ordnungsmerkmal", "personenkennzeichen", "meldekennzeichen"]),
        (ImportField.GivenNames, ["given_names", "vorname", "vornamen"]),
        (ImportField.FamilyName, ["family_name", "nachname", "familienname", "name"]),
        (ImportField.BirthDate, ["birth_date", "geburtsdatum", "geboren"]),
    ];

    /// <summary>Fields without which no permit can be made.</summary>
    public static IReadOnlyList<ImportField> Needed { get; } = [ImportField.PermitNumber, ImportField.Plates, ImportField.Zone, ImportField.ValidFrom, ImportField.ValidUntil];

    /// <summary>True when every needed field and one way to the person are there.</summary>
    public bool IsComplete => Needed.All(Columns.ContainsKey)
        && (Columns.ContainsKey(ImportField.RegisterKey) || (Columns.ContainsKey(ImportField.GivenNames) && Columns.ContainsKey(ImportField.FamilyName) && Columns.ContainsKey(ImportField.BirthDate)));

    /// <summary>What the names of the columns suggest.</summary>
    public static ImportMapping Guess(IReadOnlyList<string> columns) => new(Known
        .Select(known => (known.Field, Column: columns.FirstOrDefault(column => known.Words.Contains(Plain(column)))))
        .Where(found => found.Column is not null)
        .ToDictionary(found => found.Field, found => found.Column!));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ImportMapping Read(string json) => JsonSerializer.Deserialize<ImportMapping>(json)!;

    /// <summary>The mapping as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    private static string Plain(string column) => string.Concat(column.Trim().ToLowerInvariant().Where(sign => char.IsLetterOrDigit(sign) || sign == '_'));
}
