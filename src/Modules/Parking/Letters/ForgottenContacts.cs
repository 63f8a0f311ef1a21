using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Messages;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Letters;

/// <summary>E-mail addresses of persons of whom nothing else is kept any more.</summary>
internal sealed class ForgottenContacts(IDbContextFactory<ParkingDb> databases, AuditTrail trail, EmailAddresses addresses) : RetainedRecords<ParkingDb>(databases, trail)
{
    private const int BatchSize = 200;

    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "contacts",
        new("E-Mail-Adressen von Personen ohne Ausweis und Antrag", "E-mail addresses of persons without permit and application"),
        new("um Nachrichten zum Ausweis zu schicken", "to send messages about the permit"),
        new("der Angabe der Adresse, frühestens wenn Ausweis und Anträge gelöscht sind", "the giving of the address, not before permit and applications are deleted"),
        1);

    /// <inheritdoc />
    protected override async Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var contacts = await database.Contacts
            .Where(contact => contact.CreatedAt < limit
                && !database.Permits.Any(permit => permit.Ags == contact.Ags && permit.ResidentId == contact.ResidentId)
                && !database.Applications.Any(application => application.Ags == contact.Ags && application.ResidentId == contact.ResidentId))
            .Take(BatchSize).ToListAsync(cancellationToken);
        // The address first: when this process dies in between, the next round finds the contact again.
        foreach (var contact in contacts)
            await addresses.ForgetAsync(Contact.OwnerOf(contact.ResidentId), cancellationToken);
        database.Contacts.RemoveRange(contacts);
        await database.SaveChangesAsync(cancellationToken);
        return contacts.Count;
    }
}
