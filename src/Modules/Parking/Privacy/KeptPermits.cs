using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Privacy;

/// <summary>Permits of a person, their terms and their notices.</summary>
internal sealed class KeptPermits(IDbContextFactory<ParkingDb> databases, Receivables receivables) : IPersonalRecords
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<PersonalRecord>> OfAsync(string residentId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var permits = await database.Permits.AsNoTracking().Where(permit => permit.ResidentId == residentId).ToListAsync(cancellationToken);
        var ids = permits.ConvertAll(permit => permit.Id);
        var terms = await database.PermitTerms.AsNoTracking().Where(term => ids.Contains(term.PermitId)).ToListAsync(cancellationToken);
        var notices = await database.FeeNotices.AsNoTracking().Where(notice => ids.Contains(notice.PermitId)).ToListAsync(cancellationToken);
        var records = permits.ConvertAll(permit => Of(permit, terms.Where(term => term.PermitId == permit.Id)));
        foreach (var notice in notices)
            records.Add(Of(notice, await receivables.ReadAsync(notice.ReceivableKey, cancellationToken)));
        return records;
    }

    private static PersonalRecord Of(Permit permit, IEnumerable<PermitTerm> terms) => new("permit", new("Bewohnerparkausweis", "Resident parking permit"), permit.IssuedAt,
    [
        new("permit_number", new("Ausweisnummer", "Permit number"), permit.PermitNumber),
        new("register_key", new("Schlüssel im Melderegister", "Key in the resident register"), permit.ResidentId),
        new("plates", new("Kennzeichen", "Number plates"), permit.Plates),
        new("zone", new("Zone", "Zone"), $"{permit.Zone} {permit.ZoneName}"),
        new("valid_from", new("Gültig ab", "Valid from"), TownCalendar.Iso(permit.ValidFrom)),
        new("valid_until", new("Gültig bis", "Valid until"), TownCalendar.Iso(permit.ValidUntil)),
        new("state", new("Zustand", "State"), permit.State.ToString()),
        .. PersonalFact.Unless("end_reason", new("Grund des Endes", "Reason of the end"), permit.EndReason),
        .. terms.OrderBy(term => term.ValidFrom).Select(term =>
            new PersonalFact("term", new("Bezahlter Zeitraum", "Paid term"), $"{TownCalendar.Iso(term.ValidFrom)}/{TownCalendar.Iso(term.ValidUntil)}")),
        new("rule_version", new("Stand der Regeln", "Version of the rules"), permit.RuleVersion),
    ]);

    private static PersonalRecord Of(FeeNotice notice, ReceivableStanding? standing) => new("fee-notice", new("Gebührenbescheid", "Fee notice"), TownCalendar.EndOf(notice.IssuedOn.AddDays(-1)),
    [
        new("reference", new("Kassenzeichen", "Payment reference"), notice.Reference),
        new("addressee", new("Adressatin oder Adressat", "Addressee"), $"{notice.AddresseeName}, {notice.AddresseeStreet}, {notice.AddresseePlace}"),
        new("amount_euros", new("Betrag in Euro", "Amount in euros"), Euros(notice.AmountCents)),
        new("issued_on", new("Vom", "Of"), TownCalendar.Iso(notice.IssuedOn)),
        new("due_on", new("Fällig am", "Due on"), TownCalendar.Iso(notice.DueOn)),
        .. PersonalFact.Unless("received_euros", new("Eingegangen in Euro", "Received in euros"), standing is null ? null : Euros(standing.ReceivedCents)),
        .. PersonalFact.Unless("open_euros", new("Noch offen in Euro", "Still open in euros"), standing is null ? null : Euros(standing.OpenCents)),
    ]);

    private static string Euros(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
