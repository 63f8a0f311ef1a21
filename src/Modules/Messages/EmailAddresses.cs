using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Messages.Addresses;
using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages;

/// <summary>
/// E-mail addresses, one for each owner. An address gets nothing but the question whether it is right, until its reader has followed the
/// link in that mail (double opt-in): otherwise anybody could have the town write to anybody.
/// </summary>
public sealed class EmailAddresses
{
    /// <summary>So often a day may an owner ask, and so many owners may ask for one address.</summary>
    private const int MostQuestions = 3;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly IDbContextFactory<MessagesDb> databases;
    private readonly IOptions<TownOptions> town;
    private readonly RandomSource random;
    private readonly TimeProvider time;
    private readonly IOptions<MessagesOptions> options;

    internal EmailAddresses(IDbContextFactory<MessagesDb> databases, IOptions<TownOptions> town, RandomSource random, TimeProvider time, IOptions<MessagesOptions> options) =>
        (this.databases, this.town, this.random, this.time, this.options) = (databases, town, random, time, options);

    /// <summary>Keeps an address and sends the mail that asks to confirm it; an address that is confirmed already stays so without a mail.</summary>
    /// <param name="owner">Whose it is, a word of the caller: <c>resident/…</c>.</param>
    /// <param name="typed">The address as a person typed it.</param>
    /// <param name="language">The language of the mail.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    /// <returns>The address as it is kept; refused when it cannot be one, or when too many mails were asked for today.</returns>
    public async Task<Outcome<KeptAddress>> AskAsync(string owner, string? typed, Language language, CancellationToken cancellationToken)
    {
        if (AddressSyntax.Read(typed) is not { } address)
            return new AddressUnusable();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (ags, now) = (town.Value.Ags, time.GetUtcNow());
        var kept = await FindAsync(database, owner, cancellationToken);
        if (kept is { ConfirmedAt: not null } && kept.Address == address)
            return new KeptAddress(address, IsConfirmed: true);
        if (kept is not null && now - kept.AskedAt < Day && kept.AskedTimes >= MostQuestions)
            return new TooManyConfirmations();
        if (await database.EmailAddresses.CountAsync(other => other.Ags == ags && other.Address == address && other.Owner != owner && other.AskedAt > now - Day, cancellationToken) >= MostQuestions)
            return new TooManyConfirmations();

        await QuestionAsync(database, kept ?? NewAddress(database, owner, address, language), address, language, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return new KeptAddress(address, IsConfirmed: false);
    }

    /// <summary>The reader of the address has followed the link: held messages go out.</summary>
    /// <param name="code">The secret of the link; counts once.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<KeptAddress>> ConfirmAsync(string code, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await OpenAsync(database, code, cancellationToken) is not { } address)
            return new ConfirmationUnknown();

        var (now, owner) = (time.GetUtcNow(), address.Owner);
        (address.CodeHash, address.ConfirmedAt) = (null, now);
        foreach (var held in await database.Messages.Where(message => message.Ags == address.Ags && message.Owner == owner && message.State == MessageState.Held).ToListAsync(cancellationToken))
            (held.State, held.NextAttemptAt) = (MessageState.Waiting, now);
        await database.SaveChangesAsync(cancellationToken);
        return new KeptAddress(address.Address, IsConfirmed: true);
    }

    /// <summary>The address of an owner; null when there is none.</summary>
    public async Task<KeptAddress?> FindAsync(string owner, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await FindAsync(database, owner, cancellationToken) is { } kept ? new KeptAddress(kept.Address, kept.ConfirmedAt is not null) : null;
    }

    /// <summary>Deletes the address of an owner and withdraws what was still to be mailed to it; harmless when there is none.</summary>
    public async Task ForgetAsync(string owner, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(database, owner, cancellationToken) is not { } kept)
            return;

        database.EmailAddresses.Remove(kept);
        foreach (var message in await UnsentAsync(database, owner, cancellationToken))
        {
            (message.State, message.NextAttemptAt, message.SettledAt) = (MessageState.Withdrawn, null, time.GetUtcNow());
            message.Forget();
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>True while a link counts.</summary>
    internal async Task<bool> IsOpenAsync(string code, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await OpenAsync(database, code, cancellationToken) is not null;
    }

    private async Task QuestionAsync(MessagesDb database, EmailAddress kept, string address, Language language, CancellationToken cancellationToken)
    {
        var (now, code) = (time.GetUtcNow(), random.NewSecret());
        kept.AskedTimes = now - kept.AskedAt < Day ? kept.AskedTimes + 1 : 1;
        (kept.Address, kept.Language, kept.CodeHash, kept.AskedAt, kept.ConfirmedAt) = (address, language, BrowserHashes.Of(code), now, null);
        // An older question would take its link to the new address.
        database.Messages.RemoveRange((await UnsentAsync(database, kept.Owner, cancellationToken)).Where(message => message.AsksToConfirm));
        database.Messages.Add(ConfirmationMail.Of(random.NewId(), kept, town.Value.At($"/email/{code}"), options.Value.ConfirmationDays, now));
    }

    private EmailAddress NewAddress(MessagesDb database, string owner, string address, Language language)
    {
        var kept = new EmailAddress { Ags = town.Value.Ags, Owner = owner, Address = address, Language = language, AskedAt = time.GetUtcNow(), AskedTimes = 0 };
        database.EmailAddresses.Add(kept);
        return kept;
    }

    private async Task<EmailAddress?> OpenAsync(MessagesDb database, string code, CancellationToken cancellationToken)
    {
        var (ags, hash, oldest) = (town.Value.Ags, BrowserHashes.Of(code), time.GetUtcNow().AddDays(-options.Value.ConfirmationDays));
        return await database.EmailAddresses.SingleOrDefaultAsync(address => address.Ags == ags && address.CodeHash == hash && address.AskedAt > oldest, cancellationToken);
    }

    private Task<EmailAddress?> FindAsync(MessagesDb database, string owner, CancellationToken cancellationToken)
    {
        var ags = town.Value.Ags;
        return database.EmailAddresses.SingleOrDefaultAsync(address => address.Ags == ags && address.Owner == owner, cancellationToken);
    }

    private Task<List<Message>> UnsentAsync(MessagesDb database, string owner, CancellationToken cancellationToken)
    {
        var ags = town.Value.Ags;
        return database.Messages.Where(message => message.Ags == ags && message.Owner == owner && (message.State == MessageState.Waiting || message.State == MessageState.Held)).ToListAsync(cancellationToken);
    }
}

/// <summary>An e-mail address that is kept for an owner.</summary>
public sealed record KeptAddress(string Address, bool IsConfirmed);
