using System.Globalization;
using System.Text.Json.Nodes;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Verifier;

namespace Modellstadt.Region.Visits;

/// <summary>
/// What guests of a visit get: credentials of types of their own, from an issuer of its own whose name, certificate and claims say DEMO. No
/// office asks for these types and no warden knows these subjects.
/// </summary>
internal static class VisitCredentials
{
    public const string IssuerSlug = "demo-visit";
    public const string IdConfiguration = "visit-citizen-id";
    public const string PermitConfiguration = "visit-permit";
    public const string IdVct = "urn:modellstadt:visit-citizen-id:1";
    public const string PermitVct = "urn:modellstadt:visit-permit:1";

    /// <summary>The claim that leads from the DEMO citizen ID to the guest.</summary>
    public const string ReferenceClaim = "guest_reference";

    private const string QueryId = "visit_citizen_id";

    private static readonly CredentialClaim Name = new("guest_name", new("Name, erfunden", "Name, made up"));
    private static readonly CredentialClaim Demo = new("demo", new("DEMO: erfunden, beweist nichts", "DEMO: made up, proves nothing"));

    public static IssuerIdentity Issuer { get; } = new(IssuerSlug, new LocalizedText("DEMO-Besuch", "DEMO visit"), Demo: true);

    public static CredentialType Id { get; } = new(
        IssuerSlug, IdConfiguration, IdVct, new LocalizedText("DEMO-Bürger-ID", "DEMO citizen ID"),
        [Name, new("visit", new("Besuch", "Visit")), new(ReferenceClaim, new("Kennung bei diesem Besuch", "Reference at this visit")), Demo])
    {
        BatchSize = 5,
        BackgroundColor = "#4a4f57",
    };

    public static CredentialType Permit { get; } = new(
        IssuerSlug, PermitConfiguration, PermitVct, new LocalizedText("DEMO-Parkausweis", "DEMO parking permit"),
        [Name, new("plate", new("Kennzeichen, erfunden", "Number plate, made up")), new("zone", new("Zone", "Zone")), Demo])
    {
        BatchSize = 5,
        BackgroundColor = "#5b4a57",
    };

    /// <summary>The question by which a guest applies.</summary>
    public static DcqlQuery Question { get; } = DcqlQuery.ForSdJwt(QueryId, IdVct, ReferenceClaim);

    /// <summary>Whom an answer means; null when it says nothing of it.</summary>
    public static string? ReferenceIn(PresentationResult result) => result[QueryId].Claims[ReferenceClaim]?.GetValue<string>();

    /// <summary>What the town offers after the question.</summary>
    public static AnnouncedOffer Announced(TownOptions town) => new(IssuerIdentity.IdOf(town, IssuerSlug), [PermitConfiguration]);

    /// <summary>The DEMO citizen ID of a guest.</summary>
    public static OfferDraft IdOf(VisitGuest guest, Visit visit) => new(
        IdConfiguration,
        new JsonObject { [Name.Name] = guest.Name, ["visit"] = visit.Name, [ReferenceClaim] = guest.Reference, [Demo.Name] = true },
        guest.Subject, visit.EndsAt, $"visit/{guest.Id}/id");

    /// <summary>The DEMO permit of a guest. Its plate is none: no district begins so.</summary>
    public static OfferDraft PermitOf(VisitGuest guest, Visit visit) => new(
        PermitConfiguration,
        new JsonObject { [Name.Name] = guest.Name, ["plate"] = string.Create(CultureInfo.InvariantCulture, $"DEMO {guest.Number}"), ["zone"] = "DEMO", [Demo.Name] = true },
        guest.Subject, visit.EndsAt, $"visit/{guest.Id}/permit");
}
