using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages.Office;

/// <summary>What clerks see of messages, and what they do with those that reached nobody.</summary>
internal sealed class MessageDesk(IDbContextFactory<MessagesDb> databases, IOptions<TownOptions> town, AuditTrail audit, TimeProvider time)
{
    private const int Shown = 100;

    /// <summary>Messages that need a clerk, oldest first; and the newest of all.</summary>
    public async Task<(IReadOnlyList<Message> NeedClerk, IReadOnlyList<Message> Newest)> ReadAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var messages = Here(database).AsNoTracking();
        return (
            await messages.Where(message => message.State == MessageState.NeedsClerk).OrderBy(message => message.CreatedAt).Take(Shown).ToListAsync(cancellationToken),
            await messages.OrderByDescending(message => message.CreatedAt).Take(Shown).ToListAsync(cancellationToken));
    }

    /// <summary>A message that a clerk may read: one that reached nobody, or in a demo town one that is only shown.</summary>
    public async Task<Outcome<Message>> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Here(database).AsNoTracking().SingleOrDefaultAsync(message => message.Id == id, cancellationToken) is { } found && IsReadable(found) ? found : new MessageUnknown();
    }

    /// <summary>True when the content is a clerk's business.</summary>
    public static bool IsReadable(Message message) => message is { State: MessageState.NeedsClerk or MessageState.Shown, Body: not null };

    /// <summary>Settles a message that reached nobody.</summary>
    public async Task<Outcome<Message>> DecideAsync(Guid id, DeskDecision decision, Guid clerk, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await Here(database).SingleOrDefaultAsync(message => message.Id == id && message.State == MessageState.NeedsClerk, cancellationToken) is not { } found)
            return new MessageUnknown();
        if (decision is DeskDecision.Print && found.Letter is null)
            return new MessageUnknown();

        (found.State, found.NextAttemptAt, found.SettledAt) = decision switch
        {
            DeskDecision.MailAgain => (MessageState.Waiting, time.GetUtcNow(), null),
            DeskDecision.Print => (MessageState.ToPrint, null, null),
            _ => (MessageState.Withdrawn, (DateTimeOffset?)null, (DateTimeOffset?)time.GetUtcNow()),
        };
        audit.Add(database, Actors.Staff(clerk), "message-" + Word(decision), $"message/{id:D}");
        await database.SaveChangesAsync(cancellationToken);
        return found;
    }

    private static string Word(DeskDecision decision) => decision switch
    {
        DeskDecision.MailAgain => "mailed-again",
        DeskDecision.Print => "sent-to-print",
        _ => "settled",
    };

    private IQueryable<Message> Here(MessagesDb database)
    {
        var ags = town.Value.Ags;
        return database.Messages.Where(message => message.Ags == ags);
    }
}

/// <summary>What a clerk does with a message that reached nobody.</summary>
internal enum DeskDecision
{
    /// <summary>The mail server is asked again.</summary>
    MailAgain,

    /// <summary>Its letter goes into the print queue.</summary>
    Print,

    /// <summary>The person knows it by another way.</summary>
    Settle,
}
