using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes.Renewals;

/// <summary>One reminder that is to be sent.</summary>
/// <param name="PermitId">The permit.</param>
/// <param name="ValidUntil">Its end.</param>
/// <param name="Secret">The secret of the link; stands nowhere else once the message is delivered.</param>
internal sealed record RenewalMessage(Guid PermitId, DateOnly ValidUntil, string Secret);

/// <summary>The message that reminders were written.</summary>
internal sealed record RenewalMessages(IReadOnlyList<RenewalMessage> All);

/// <summary>Hands reminders to the mailroom. Each has a key of its own: a second delivery sends nothing twice.</summary>
internal sealed class RemindersWritten(IDbContextFactory<ParkingDb> databases, Mailroom mailroom, IOptions<TownOptions> town) : IOutboxReceiver<ParkingDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "renewal-reminders";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public async Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var written = JsonSerializer.Deserialize<RenewalMessages>(message.Payload, JsonSerializerOptions.Web)!;
        var ids = written.All.Select(reminder => reminder.PermitId).ToList();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var holders = await database.Permits.AsNoTracking()
            .Where(permit => ids.Contains(permit.Id))
            .Select(permit => new { permit.Id, permit.ResidentId })
            .ToDictionaryAsync(permit => permit.Id, permit => permit.ResidentId, cancellationToken);
        await mailroom.SendAsync([.. written.All.Where(reminder => holders.ContainsKey(reminder.PermitId)).Select(reminder => DraftOf(reminder, holders[reminder.PermitId]))], cancellationToken);
    }

    private MessageDraft DraftOf(RenewalMessage reminder, string holder)
    {
        var texts = HolderTexts.For(Language.German);
        return new MessageDraft
        {
            Key = $"renewal-reminder/{reminder.PermitId:D}/{TownCalendar.Iso(reminder.ValidUntil)}",
            Recipient = new EmailRecipient($"resident/{holder}"),
            Language = Language.German,
            Subject = texts.ReminderSubject,
            Paragraphs = texts.ReminderWords(reminder.ValidUntil),
            Link = new MessageLink(texts.ReminderLink, new Uri(town.Value.At(HolderAddresses.RenewalLink(reminder.Secret)))),
        };
    }
}
