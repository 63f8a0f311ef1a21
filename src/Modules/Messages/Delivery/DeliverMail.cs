using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages.Delivery;

/// <summary>Gives waiting messages to the mail server, oldest first. A process that dies after the server took a mail sends it once more, with the same Message-ID.</summary>
internal sealed partial class DeliverMail(
    IDbContextFactory<MessagesDb> databases, IOptions<MessagesOptions> options, IOptions<TownOptions> town, TimeProvider time, ILogger<DeliverMail> log)
    : RoundService(TimeSpan.FromSeconds(5), time, log)
{
    private const int BatchSize = 50;

    /// <summary>Nobody else takes a message for so long; longer than the mail server may take for one.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(20);

    private DateTimeOffset serverNotBefore;
    private int silences;

    private SmtpOptions Smtp => options.Value.Smtp;

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await GiveUpAsync(cancellationToken);
        while (await DeliverBatchAsync(cancellationToken) == BatchSize)
        {
        }
    }

    /// <summary>Messages that no server took for days go another way.</summary>
    private async Task GiveUpAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (ags, oldest) = (town.Value.Ags, Now.AddDays(-options.Value.RetryDays));
        var old = await database.Messages.Where(message => message.Ags == ags && message.State == MessageState.Waiting && message.CreatedAt < oldest && message.NextAttemptAt <= Now)
            .OrderBy(message => message.CreatedAt).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var message in old)
            NextStep.TakeAnotherWay(message, message.Reason ?? "retries-over", Now);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<int> DeliverBatchAsync(CancellationToken cancellationToken)
    {
        if (Now < serverNotBefore)
            return 0;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (ags, now) = (town.Value.Ags, Now);
        var due = await database.Messages.Where(message => message.Ags == ags && message.State == MessageState.Waiting && message.NextAttemptAt <= now)
            .OrderBy(message => message.NextAttemptAt).Take(BatchSize).ToListAsync(cancellationToken);
        if (due.Count == 0)
            return 0;

        using var session = new SmtpSession(Smtp);
        if (Smtp.IsConfigured && await session.OpenAsync(cancellationToken) is MailAnswer.Later silent)
        {
            WaitForServer(silent.Why);
            return 0;
        }

        silences = 0;
        foreach (var message in due)
            await DeliverAsync(database, message, session, cancellationToken);
        await session.CloseAsync(cancellationToken);
        return due.Count;
    }

    private async Task DeliverAsync(MessagesDb database, Message message, SmtpSession session, CancellationToken cancellationToken)
    {
        // Whoever raises the count sends; everybody else finds it raised.
        var (attempts, until) = (message.Attempts, Now + Claim);
        var claimed = await database.Messages.Where(row => row.Id == message.Id && row.State == MessageState.Waiting && row.Attempts == attempts).ExecuteUpdateAsync(
            row => row.SetProperty(stored => stored.Attempts, attempts + 1).SetProperty(stored => stored.NextAttemptAt, until), cancellationToken);
        if (claimed == 0)
            return;

        await database.Entry(message).ReloadAsync(cancellationToken);
        await SendAsync(database, message, session, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        if (message.Reason is { } reason)
            NotTaken(message.Id, message.State, reason, message.Attempts);
    }

    private async Task SendAsync(MessagesDb database, Message message, SmtpSession session, CancellationToken cancellationToken)
    {
        var address = await database.EmailAddresses.AsNoTracking().SingleOrDefaultAsync(found => found.Ags == message.Ags && found.Owner == message.Owner, cancellationToken);
        if (address is null)
            NextStep.TakeAnotherWay(message, "no-address", Now);
        else if (address.ConfirmedAt is null && !message.AsksToConfirm)
            (message.State, message.NextAttemptAt) = (MessageState.Held, null);
        else if (Smtp.IsConfigured)
            NextStep.After(await GiveAsync(message, address.Address, session, cancellationToken), message, Now);
        else if (town.Value.Demo)
            (message.State, message.NextAttemptAt, message.SettledAt) = (MessageState.Shown, null, Now);
        else
            NextStep.TakeAnotherWay(message, "no-mail-server", Now);
    }

    private async Task<MailAnswer> GiveAsync(Message message, string address, SmtpSession session, CancellationToken cancellationToken)
    {
        // The server hung up after an earlier mail of this batch.
        if (!session.IsOpen)
            return new MailAnswer.Later("connection");
        var words = new MailWords(message.Key, message.Language, message.Subject!, MessageBody.Read(message.Body!));
        return await session.SendAsync(Mail.Of(words, address, Smtp, town.Value.Name, Now), cancellationToken);
    }

    private void WaitForServer(string reason)
    {
        silences++;
        serverNotBefore = Now + NextStep.Pause(silences);
        ServerSilent(reason, serverNotBefore);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server cannot be used ({Reason}); the next attempt comes at {NotBefore}")]
    private partial void ServerSilent(string reason, DateTimeOffset notBefore);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} is {State}: {Reason} (attempt {Attempts})")]
    private partial void NotTaken(Guid id, MessageState state, string reason, int attempts);
}
