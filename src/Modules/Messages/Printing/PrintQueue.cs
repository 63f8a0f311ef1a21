using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages.Printing;

/// <summary>Letters for people without e-mail. A batch takes what waits, once; its PDF can be had again as long as the letters are kept.</summary>
internal sealed class PrintQueue(IDbContextFactory<MessagesDb> databases, IOptions<TownOptions> town, RandomSource random, AuditTrail audit, TimeProvider time)
{
    /// <summary>Most letters of one batch.</summary>
    public const int MostLetters = 500;

    private const int BatchesShown = 50;

    private string Ags => town.Value.Ags;

    /// <summary>How many letters wait, and the newest batches.</summary>
    public async Task<(int Waiting, IReadOnlyList<PrintBatch> Batches)> ReadAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (waiting, ags) = (await Waiting(database).CountAsync(cancellationToken), Ags);
        return (waiting, await database.PrintBatches.AsNoTracking().Where(batch => batch.Ags == ags).OrderByDescending(batch => batch.MadeAt).Take(BatchesShown).ToListAsync(cancellationToken));
    }

    /// <summary>Puts what waits into a batch, oldest first. Of two clerks at the same time, the second finds nothing left.</summary>
    /// <param name="clerk">Account of the clerk.</param>
    /// <param name="name">Name of the clerk; stands beside the batch.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<PrintBatch>> MakeBatchAsync(Guid clerk, string name, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var (id, now) = (random.NewId(), time.GetUtcNow());
        var oldest = await Waiting(database).OrderBy(message => message.CreatedAt).Select(message => message.Id).Take(MostLetters).ToListAsync(cancellationToken);
        var taken = await Waiting(database).Where(message => oldest.Contains(message.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(message => message.State, MessageState.Printed).SetProperty(message => message.BatchId, id).SetProperty(message => message.SettledAt, now), cancellationToken);
        if (taken == 0)
            return new NothingToPrint();

        var batch = new PrintBatch { Id = id, Ags = Ags, Letters = taken, MadeAt = now, MadeBy = name };
        database.PrintBatches.Add(batch);
        audit.Add(database, Actors.Staff(clerk), "letters-batched", SubjectOf(id));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return batch;
    }

    /// <summary>The PDF of a batch, each time the same; who had it stands in the audit trail.</summary>
    public async Task<Outcome<byte[]>> PrintAsync(Guid id, Guid clerk, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(database, id, cancellationToken) is not { } batch)
            return new BatchUnknown();

        var letters = await database.Messages.Where(message => message.BatchId == id && message.Letter != null).OrderBy(message => message.CreatedAt).ThenBy(message => message.Key)
            .Select(message => message.Letter!).ToListAsync(cancellationToken);
        if (letters.Count == 0)
            return new BatchUnknown();

        audit.Add(database, Actors.Staff(clerk), "letters-printed", SubjectOf(id));
        await database.SaveChangesAsync(cancellationToken);
        var day = DateOnly.FromDateTime(TownCalendar.OnTownClocks(batch.MadeAt).DateTime);
        return LetterPdf.OfAll($"{town.Value.Name} {TownCalendar.Iso(day)}", day, [.. letters.Select(letter => JsonSerializer.Deserialize<Letter>(letter)!)]);
    }

    /// <summary>Notes that the paper is in the envelopes; the first to say so counts.</summary>
    public async Task<Outcome<PrintBatch>> MarkPrintedAsync(Guid id, Guid clerk, string name, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (ags, now) = (Ags, time.GetUtcNow());
        var first = await database.PrintBatches.Where(batch => batch.Id == id && batch.Ags == ags && batch.PrintedAt == null).ExecuteUpdateAsync(
            row => row.SetProperty(batch => batch.PrintedAt, now).SetProperty(batch => batch.PrintedBy, name), cancellationToken);
        if (first == 1)
        {
            audit.Add(database, Actors.Staff(clerk), "letters-marked-printed", SubjectOf(id));
            await database.SaveChangesAsync(cancellationToken);
        }

        return await FindAsync(database, id, cancellationToken) is { } found ? found : new BatchUnknown();
    }

    private static string SubjectOf(Guid id) => $"print-batch/{id:D}";

    private IQueryable<Message> Waiting(MessagesDb database)
    {
        var ags = Ags;
        return database.Messages.Where(message => message.Ags == ags && message.State == MessageState.ToPrint);
    }

    private Task<PrintBatch?> FindAsync(MessagesDb database, Guid id, CancellationToken cancellationToken)
    {
        var ags = Ags;
        return database.PrintBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == id && batch.Ags == ags, cancellationToken);
    }
}
