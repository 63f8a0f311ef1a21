using System.Globalization;
using System.Text.Json.Nodes;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Texts;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>
/// The identity document of the demo: a PID (Commission Implementing Regulation (EU) 2024/2977, annex) from an issuer of its own,
/// marked DEMO in its name, its certificate and its claims.
/// </summary>
internal static class DemoIdCardType
{
    public const string IssuerSlug = "demo-id-card";
    public const string ConfigurationId = "pid";
    public const string Vct = "urn:eudi:pid:1";
    public const string DocumentType = "eu.europa.ec.eudi.pid.1";

    public static IssuerIdentity Issuer { get; } = new(IssuerSlug, new LocalizedText("DEMO-Ausweisstelle", "DEMO ID card office"), Demo: true);

    public static CredentialType Type { get; } = new(
        IssuerSlug, ConfigurationId, Vct, new LocalizedText("DEMO-Ausweis", "DEMO ID card"),
        [
            new("given_name", new("Vornamen", "Given names")),
            new("family_name", new("Familienname", "Family name")),
            new("birthdate", new("Geburtsdatum", "Date of birth")),
            new("address", new("Anschrift", "Address")),
            new("address.street_address", new("Straße und Hausnummer", "Street and house number")),
            new("address.postal_code", new("Postleitzahl", "Postal code")),
            new("address.locality", new("Ort", "Town")),
            new("address.country", new("Land", "Country")),
            new("issuing_authority", new("Ausstellende Behörde", "Issuing authority")),
            new("issuing_country", new("Ausstellender Staat", "Issuing country")),
            new("demo", new("DEMO: erfunden, beweist nichts", "DEMO: made up, proves nothing")),
        ])
    {
        // Annex, table 5, and the PID rule book for mdoc: one name space, days as full-date, the address in parts.
        Mdoc = new MdocForm("pid-mdoc", DocumentType,
        [
            new(DocumentType, "family_name", "family_name"),
            new(DocumentType, "given_name", "given_name"),
            new(DocumentType, "birth_date", "birthdate") { IsDay = true },
            new(DocumentType, "resident_street", "address.street_address"),
            new(DocumentType, "resident_postal_code", "address.postal_code"),
            new(DocumentType, "resident_city", "address.locality"),
            new(DocumentType, "resident_country", "address.country"),
            new(DocumentType, "issuing_authority", "issuing_authority"),
            new(DocumentType, "issuing_country", "issuing_country"),
            new(DocumentType, "expiry_date", MdocForm.EndOfValidity) { Label = new("Gültig bis", "Valid until") },
            new("org.modellstadt.demo.1", "demo", "demo"),
        ]),
        BackgroundColor = "#4a4f57",
        TextColor = "#ffffff",
    };

    /// <summary>What a made-up person's ID card says.</summary>
    public static JsonObject Claims(DemoIdCard card) => new()
    {
        ["given_name"] = card.Name.GivenNames,
        ["family_name"] = card.Name.FamilyName,
        ["birthdate"] = card.BirthDate.ToString("O", CultureInfo.InvariantCulture),
        ["address"] = CitizenIdCredential.Address(card.Address),
        ["issuing_authority"] = "DEMO-Ausweisstelle",
        ["issuing_country"] = "DE",
        ["demo"] = true,
    };
}
