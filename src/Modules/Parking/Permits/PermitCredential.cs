using System.Text.Json.Nodes;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Parking.Permits;

/// <summary>What the permit says in a wallet: what stood on the paper behind the windscreen, and nothing about the person.</summary>
internal static class PermitCredential
{
    /// <summary>Its credential configuration.</summary>
    public const string ConfigurationId = "resident-parking-permit";

    /// <summary>Its document type and the name space of its elements, as mdoc.</summary>
    private const string DocumentType = "org.modellstadt.resident-parking-permit.1";

    public static CredentialType Type { get; } = new(
        IssuerIdentity.TownSlug, ConfigurationId, "urn:modellstadt:resident-parking-permit:1", new("Bewohnerparkausweis", "Resident parking permit"),
        [
            new("permit_number", new("Ausweisnummer", "Permit number")),
            new("plate", new("Kennzeichen", "Number plate")),
            new("zone", new("Zone", "Zone")),
            new("zone_name", new("Name der Zone", "Name of the zone")),
            new("valid_from", new("Gültig ab", "Valid from")),
            new("valid_until", new("Gültig bis", "Valid until")),
            new("municipality", new("Gemeinde", "Municipality")),
            new("municipality.ags", new("Gemeindeschlüssel", "Municipality key")),
            new("municipality.name", new("Name der Gemeinde", "Name of the municipality")),
        ])
    {
        Mdoc = new MdocForm("resident-parking-permit-mdoc", DocumentType,
        [
            new(DocumentType, "permit_number", "permit_number"),
            new(DocumentType, "plate", "plate"),
            new(DocumentType, "zone", "zone"),
            new(DocumentType, "zone_name", "zone_name"),
            new(DocumentType, "valid_from", "valid_from") { IsDay = true },
            new(DocumentType, "valid_until", "valid_until") { IsDay = true },
            new(DocumentType, "municipality_ags", "municipality.ags"),
            new(DocumentType, "municipality_name", "municipality.name"),
        ]),
        BackgroundColor = "#0b4f3c",
        TextColor = "#ffffff",
    };

    /// <summary>The claims of a permit; days as ISO 8601.</summary>
    public static JsonObject Claims(Permit permit, TownOptions town) => new()
    {
        ["permit_number"] = permit.PermitNumber,
        ["plate"] = permit.Plates,
        ["zone"] = permit.Zone,
        ["zone_name"] = permit.ZoneName,
        ["valid_from"] = TownCalendar.Iso(permit.ValidFrom),
        ["valid_until"] = TownCalendar.Iso(permit.ValidUntil),
        ["municipality"] = new JsonObject { ["ags"] = town.Ags, ["name"] = town.Name },
    };
}
