using System.Globalization;
using System.Text.Json.Nodes;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>What the citizen ID says, and how it looks in a wallet.</summary>
internal static class CitizenIdCredential
{
    /// <summary>Not a level of eIDAS: the register is made up, and so is the ID card.</summary>
    private const string DemoAssurance = "demo-substantial";

    /// <summary>Its document type and the name space of its elements, as mdoc.</summary>
    private const string DocumentType = "org.modellstadt.citizen-id.1";

    public static CredentialType Type { get; } = new(
        IssuerIdentity.TownSlug, CitizenIds.ConfigurationId, CitizenIds.Vct, new LocalizedText("Bürger-ID", "Citizen ID"),
        [
            new("given_name", new("Vornamen", "Given names")),
            new("family_name", new("Familienname", "Family name")),
            new("birthdate", new("Geburtsdatum", "Date of birth")),
            new("address", new("Anschrift", "Address")),
            new("address.street_address", new("Straße und Hausnummer", "Street and house number")),
            new("address.postal_code", new("Postleitzahl", "Postal code")),
            new("address.locality", new("Ort", "Town")),
            new("address.country", new("Land", "Country")),
            new("municipality", new("Gemeinde", "Municipality")),
            new("municipality.ags", new("Gemeindeschlüssel", "Municipality key")),
            new("municipality.name", new("Name der Gemeinde", "Name of the municipality")),
            new("assurance_level", new("Vertrauensniveau", "Level of assurance")),
            new(CitizenIds.ReferenceClaim, new("Kennung bei der Stadt", "Reference at the town")),
        ])
    {
        Mdoc = new MdocForm("citizen-id-mdoc", DocumentType,
        [
            new(DocumentType, "family_name", "family_name"),
            new(DocumentType, "given_name", "given_name"),
            new(DocumentType, "birth_date", "birthdate") { IsDay = true },
            new(DocumentType, "resident_street", "address.street_address"),
            new(DocumentType, "resident_postal_code", "address.postal_code"),
            new(DocumentType, "resident_city", "address.locality"),
            new(DocumentType, "resident_country", "address.country"),
            new(DocumentType, "municipality_ags", "municipality.ags"),
            new(DocumentType, "municipality_name", "municipality.name"),
            new(DocumentType, "assurance_level", "assurance_level"),
            new(DocumentType, CitizenIds.ReferenceClaim, CitizenIds.ReferenceClaim),
            new(DocumentType, "expiry_date", MdocForm.EndOfValidity) { Label = new("Gültig bis", "Valid until") },
        ]),
        BackgroundColor = "#003064",
        TextColor = "#ffffff",
    };

    /// <summary>The claims of a person with a residence in this town: the register's words, not those of the ID card.</summary>
    public static JsonObject Claims(Resident resident, string reference, TownOptions town, DateOnly today)
    {
        var home = (resident.MainResidenceOn(today) ?? resident.ResidenceOn(today, ResidenceKind.Secondary))!.Address;
        return new JsonObject
        {
            ["given_name"] = resident.Name.GivenNames,
            ["family_name"] = resident.Name.FamilyName,
            ["birthdate"] = resident.BirthDate.ToString("O", CultureInfo.InvariantCulture),
            ["address"] = Address(home),
            ["municipality"] = new JsonObject { ["ags"] = town.Ags, ["name"] = town.Name },
            ["assurance_level"] = DemoAssurance,
            [CitizenIds.ReferenceClaim] = reference,
        };
    }

    /// <summary>An address as a claim (OpenID Connect Core 1.0, section 5.1.1).</summary>
    public static JsonObject Address(Address address) => new()
    {
        ["street_address"] = address.StreetAddress,
        ["postal_code"] = address.PostalCode,
        ["locality"] = address.Locality,
        ["country"] = "DE",
    };
}
