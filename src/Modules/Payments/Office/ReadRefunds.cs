using Microsoft.EntityFrameworkCore;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Refunding;
using Modellstadt.Payments.Statements;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Office;

/// <summary>What is owed back, and the files with which it goes.</summary>
/// <param name="Owed">Receivables with money to go back that stands in no file yet; the first hundred.</param>
/// <param name="Back">Movements that go back to their sender and stand in no file yet; the first hundred.</param>
/// <param name="Files">The last files, newest first.</param>
internal sealed record RefundsAtAGlance(IReadOnlyList<Receivable> Owed, IReadOnlyList<BankMovement> Back, IReadOnlyList<RefundFile> Files);

/// <summary>A released file as it goes to the bank.</summary>
internal sealed record FileForBank(string Name, byte[] Xml);

/// <summary>Reads refunds for clerks.</summary>
internal sealed class ReadRefunds(IDbContextFactory<PaymentsDb> databases)
{
    private const int MostShown = 100;
    private const int LastFiles = 20;

    /// <summary>What is owed back, and the last files.</summary>
    public async Task<RefundsAtAGlance> AtAGlanceAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return new RefundsAtAGlance(
            await database.Receivables.AsNoTracking().Where(receivable => receivable.RefundableCents > 0).OrderBy(receivable => receivable.OpenedAt).Take(MostShown).ToListAsync(cancellationToken),
            await database.Movements.AsNoTracking().Where(movement => movement.RefundableCents > 0).OrderBy(movement => movement.BookedOn).Take(MostShown).ToListAsync(cancellationToken),
            await database.RefundFiles.AsNoTracking().OrderByDescending(file => file.MadeAt).Take(LastFiles).ToListAsync(cancellationToken));
    }

    /// <summary>A file for the bank; null when there is none of this identifier, without XML when it is not released.</summary>
    public async Task<FileForBank?> FileAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.RefundFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, cancellationToken) is not { } file)
            return null;
        if (file.State is not RefundFileState.Released)
            return new FileForBank(file.Name, []);

        var refunds = await database.Refunds.AsNoTracking().Where(refund => refund.FileId == id).OrderBy(refund => refund.Position).ToListAsync(cancellationToken);
        return new FileForBank(file.Name, PainFile.Write(file, refunds));
    }
}
