using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Messages;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Letters;

/// <summary>The citizen gives an e-mail address when confirming. It is optional, and counts after the citizen has followed the link in the mail that follows.</summary>
internal sealed class GiveEmail(IDbContextFactory<ParkingDb> databases, EmailAddresses addresses, TimeProvider time)
{
    /// <summary>Keeps the address; false when it cannot be used, which the page of the application then says.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="typed">What was typed; nothing changes when it is empty.</param>
    /// <param name="browserSession">The browser's secret.</param>
    /// <param name="language">The language of this person's messages from now on.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<bool> ExecuteAsync(Guid applicationId, string? typed, string? browserSession, Language language, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return true;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.SingleOrDefaultAsync(application => application.Id == applicationId, cancellationToken);
        if (application is not { State: ApplicationState.WaitingForConfirmation, ResidentId: { } resident } || !application.BelongsTo(browserSession))
            return true;

        var asked = await addresses.AskAsync(Contact.OwnerOf(resident), typed, language, cancellationToken);
        if (asked.Refusal is { } refusal)
            application.Refusal = StoredRefusal.Of(refusal).Write();
        else
            await KeepAsync(database, application.Ags, resident, language, cancellationToken);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two clicks: the first one has kept the same address.
        }

        return asked.Refusal is null;
    }

    private async Task KeepAsync(ParkingDb database, string ags, string resident, Language language, CancellationToken cancellationToken)
    {
        var (now, kept) = (time.GetUtcNow(), await database.Contacts.SingleOrDefaultAsync(contact => contact.Ags == ags && contact.ResidentId == resident, cancellationToken));
        if (kept is null)
            database.Contacts.Add(new Contact { Ags = ags, ResidentId = resident, Language = language, CreatedAt = now });
        else
            (kept.Language, kept.CreatedAt) = (language, now);
    }
}
