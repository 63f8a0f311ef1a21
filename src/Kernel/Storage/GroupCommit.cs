using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Hosting;

namespace Modellstadt.Kernel.Storage;

/// <summary>
/// Writes for many requests in one transaction: what arrives while the disk is busy shares the next commit. A caller goes on
/// only after the commit that holds its write. Each write has a savepoint, so that one that fails takes no other with it.
/// </summary>
public sealed class GroupCommit<TDb>(IDbContextFactory<TDb> databases) : BackgroundService
    where TDb : ModuleDb
{
    private const int MostPerCommit = 64;

    private readonly Channel<Write> waiting = Channel.CreateBounded<Write>(new BoundedChannelOptions(4096) { SingleReader = true });

    /// <summary>Runs <paramref name="work"/> in the next transaction; completes when that is committed.</summary>
    public async Task<T> RunAsync<T>(Func<TDb, Task<T>> work, CancellationToken cancellationToken)
    {
        var write = new Write<T>(work);
        await waiting.Writer.WriteAsync(write, cancellationToken);
        return await write.Committed.WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<Write>(MostPerCommit);
        while (await waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            while (group.Count < MostPerCommit && waiting.Reader.TryRead(out var write))
                group.Add(write);
            await CommitAsync(group, stoppingToken);
            group.Clear();
        }
    }

    /// <summary>A door: whatever goes wrong goes to the callers, and the next group starts afresh.</summary>
    private async Task CommitAsync(List<Write> group, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            foreach (var write in group)
                await RunAsync(write, database, transaction, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception failure)
        {
            group.ForEach(write => write.Fail(failure));
        }

        group.ForEach(write => write.Complete());
    }

    private static async Task RunAsync(Write write, TDb database, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.CreateSavepointAsync("one", cancellationToken);
        try
        {
            await write.RunAsync(database);
            await transaction.ReleaseSavepointAsync("one", cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            write.Fail(failure);
            await transaction.RollbackToSavepointAsync("one", cancellationToken);
        }

        database.ChangeTracker.Clear();
    }

    private abstract class Write
    {
        public abstract Task RunAsync(TDb database);

        public abstract void Fail(Exception failure);

        public abstract void Complete();
    }

    private sealed class Write<T>(Func<TDb, Task<T>> work) : Write
    {
        private readonly TaskCompletionSource<T> committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T result = default!;

        public Task<T> Committed => committed.Task;

        public override async Task RunAsync(TDb database) => result = await work(database);

        public override void Fail(Exception failure) => committed.TrySetException(failure);

        public override void Complete() => committed.TrySetResult(result);
    }
}
