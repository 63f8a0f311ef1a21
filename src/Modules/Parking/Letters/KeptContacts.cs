using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Messages;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Letters;

/// <summary>The e-mail address of a person.</summary>
internal sealed class KeptContacts(IDbContextFactory<ParkingDb> databases, EmailAddresses addresses) : IPersonalRecords
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<PersonalRecord>> OfAsync(string residentId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var contact = await database.Contacts.AsNoTracking().FirstOrDefaultAsync(contact => contact.ResidentId == residentId, cancellationToken);
        var kept = contact is null ? null : await addresses.FindAsync(Contact.OwnerOf(residentId), cancellationToken);
        return kept is null
            ? []
            : [new PersonalRecord("contact", new("E-Mail-Adresse", "E-mail address"), contact!.CreatedAt,
                [
                    new("email", new("Adresse", "Address"), kept.Address),
                    new("confirmed", new("Von Ihnen bestätigt", "Confirmed by you"), kept.IsConfirmed.ToString()),
                    new("language", new("Sprache der Nachrichten", "Language of the messages"), contact.Language.ToString()),
                ])];
    }
}
