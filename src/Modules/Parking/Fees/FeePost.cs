using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>Takes letters about money to the holder of the permit: by e-mail where an address was given, else on paper where the town wants that.</summary>
internal sealed class FeePost(IDbContextFactory<ParkingDb> databases, Mailroom mailroom, FeeLetters letters, IOptions<TownOptions> town, IOptions<LetterOptions> office)
{
    /// <summary>Sends one; sent again under the same key, nothing happens.</summary>
    /// <param name="key">Names the message for ever.</param>
    /// <param name="notice">What it is about.</param>
    /// <param name="openCents">Euro cents that are open.</param>
    /// <param name="reminder">The reminder that it is; null for the notice itself.</param>
    /// <param name="cancellationToken">Ends the work before it is stored.</param>
    public async Task SendAsync(string key, FeeNotice notice, long openCents, ReceivableReminder? reminder, CancellationToken cancellationToken)
    {
        var contact = await ContactAsync(notice, cancellationToken);
        var letter = letters.Of(notice, openCents, reminder, Language.German);
        var onPaper = office.Value.PaperDecisions && letter.Addressee is not null;
        Recipient? recipient = contact is not null ? new EmailRecipient(Contact.OwnerOf(contact.ResidentId), OnPaperOtherwise: onPaper) : onPaper ? new PostalRecipient() : null;
        if (recipient is null)
            return;

        var language = contact?.Language ?? Language.German;
        var texts = FeeLetterTexts.For(language);
        await mailroom.SendAsync(
            new MessageDraft
            {
                Key = key,
                Recipient = recipient,
                Language = language,
                Subject = texts.TitleOf(reminder?.Kind),
                Paragraphs = [texts.MessageOf(reminder?.Kind, notice.Reference)],
                Link = new MessageLink(texts.Link, new Uri(town.Value.At(HolderAddresses.Mine))),
                Letter = onPaper ? letter : null,
            },
            cancellationToken);
    }

    private async Task<Contact?> ContactAsync(FeeNotice notice, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var resident = await database.Permits.Where(permit => permit.Id == notice.PermitId).Select(permit => permit.ResidentId).SingleAsync(cancellationToken);
        return await database.Contacts.AsNoTracking().SingleOrDefaultAsync(contact => contact.Ags == notice.Ags && contact.ResidentId == resident, cancellationToken);
    }
}
