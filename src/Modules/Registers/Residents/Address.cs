namespace Modellstadt.Registers;

/// <summary>A German address.</summary>
/// <param name="Street">The street's name as the town writes it: <c>Georgstraße</c>.</param>
/// <param name="HouseNumber">Number and addition.</param>
/// <param name="PostalCode">Five digits.</param>
/// <param name="Locality">The place: <c>Gelsenkirchen</c>.</param>
/// <param name="Ags">Amtlicher Gemeindeschlüssel of the municipality, 8 digits.</param>
public sealed record Address(string Street, HouseNumber HouseNumber, string PostalCode, string Locality, string Ags)
{
    /// <summary>Street and house number in one line: <c>Georgstraße 17a</c>.</summary>
    public string StreetAddress => $"{Street} {HouseNumber}";
}
