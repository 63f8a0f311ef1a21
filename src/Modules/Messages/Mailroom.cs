using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages.Delivery;
using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages;

/// <summary>Takes messages to people. What it has taken is stored and gets delivered, printed or shown to a clerk; nothing is lost and nothing goes out twice.</summary>
public sealed class Mailroom
{
    private readonly IDbContextFactory<MessagesDb> databases;
    private readonly IOptions<TownOptions> town;
    private readonly RandomSource random;
    private readonly TimeProvider time;

    internal Mailroom(IDbContextFactory<MessagesDb> databases, IOptions<TownOptions> town, RandomSource random, TimeProvider time) =>
        (this.databases, this.town, this.random, this.time) = (databases, town, random, time);

    /// <summary>Takes one message; harmless when it took it before.</summary>
    /// <exception cref="ArgumentException">The draft is not one that <see cref="MessageDraft"/> describes.</exception>
    public Task SendAsync(MessageDraft draft, CancellationToken cancellationToken) => SendAsync([draft], cancellationToken);

    /// <summary>Takes many messages in one transaction; those that it took before are left out.</summary>
    /// <param name="drafts">The messages; some hundreds at a time.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    /// <exception cref="ArgumentException">A draft is not one that <see cref="MessageDraft"/> describes; none of them is taken.</exception>
    public async Task SendAsync(IReadOnlyCollection<MessageDraft> drafts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        foreach (var draft in drafts)
            DraftRules.Check(draft);
        try
        {
            await StoreAsync(drafts, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody stored one of them in the same moment: now it is found and left out.
            await StoreAsync(drafts, cancellationToken);
        }
    }

    private async Task StoreAsync(IReadOnlyCollection<MessageDraft> drafts, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (ags, keys) = (town.Value.Ags, drafts.Select(draft => draft.Key).ToList());
        var known = (await database.Messages.Where(message => message.Ags == ags && keys.Contains(message.Key)).Select(message => message.Key).ToListAsync(cancellationToken)).ToHashSet();
        var now = time.GetUtcNow();
        database.Messages.AddRange(drafts.Where(draft => known.Add(draft.Key)).Select(draft => NewMessage(draft, now)));
        await database.SaveChangesAsync(cancellationToken);
    }

    private Message NewMessage(MessageDraft draft, DateTimeOffset now) => new()
    {
        Id = random.NewId(),
        Ags = town.Value.Ags,
        Key = draft.Key,
        Language = draft.Language,
        Subject = draft.Subject,
        Body = new MessageBody(draft.Paragraphs, draft.Link).Write(),
        Letter = draft.Letter is { } letter ? JsonSerializer.Serialize(letter) : null,
        Owner = draft.Recipient switch { EmailRecipient email => email.Owner, PostalRecipient postal => postal.Owner, _ => null },
        OnPaperOtherwise = draft.Recipient is EmailRecipient { OnPaperOtherwise: true },
        State = draft.Recipient is EmailRecipient ? MessageState.Waiting : MessageState.ToPrint,
        NextAttemptAt = draft.Recipient is EmailRecipient ? now : null,
        CreatedAt = now,
    };
}
