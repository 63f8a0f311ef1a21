using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Writes share a transaction and nothing else.</summary>
public sealed class GroupCommitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_failing_write_takes_no_other_with_it(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var writes = town.Services.GetRequiredService<GroupCommit<IssuerDb>>();

        var (before, failing, thrown, cancelled, after) = await TogetherAsync(
            writes, Insert(101), database => InsertTwiceAsync(database, 102), _ => throw new InvalidOperationException("mine"), _ => throw new OperationCanceledException(), Insert(103));

        Assert.Equal((1, 1), (await before, await after));
        await Assert.ThrowsAnyAsync<DbException>(() => failing);
        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => thrown)).Message);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal([101, 103], await NumbersAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_a_write_tracked_is_not_saved_by_the_next_one(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var writes = town.Services.GetRequiredService<GroupCommit<IssuerDb>>();

        var (unsaved, saving, _, _, _) = await TogetherAsync(writes, AddUnsaved(101), Save, Save, Save, Save);

        Assert.Equal((0, 0), (await unsaved, await saving));
        Assert.Empty(await NumbersAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Many_writes_at_once_are_all_committed_when_they_return(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var writes = town.Services.GetRequiredService<GroupCommit<IssuerDb>>();

        await Task.WhenAll(Enumerable.Range(101, 200).Select(number => writes.RunAsync(Insert(number), Cancellation)));

        Assert.Equal(Enumerable.Range(101, 200), await NumbersAsync(town));
    }

    [Fact]
    public async Task A_caller_who_gives_up_waiting_stops_nobody_else()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var writes = town.Services.GetRequiredService<GroupCommit<IssuerDb>>();
        using var gone = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        var held = writes.RunAsync(async _ => { await gate.Task; return 0; }, Cancellation);
        var given = writes.RunAsync(Insert(101), gone.Token);
        var patient = writes.RunAsync(Insert(102), Cancellation);

        await gone.CancelAsync();
        gate.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal((0, 1), (await held, await patient));
    }

    /// <summary>Five writes in one transaction: they wait behind one that is held until all of them are in the queue.</summary>
    private static async Task<(Task<int>, Task<int>, Task<int>, Task<int>, Task<int>)> TogetherAsync(GroupCommit<IssuerDb> writes, params Func<IssuerDb, Task<int>>[] work)
    {
        var (running, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = writes.RunAsync(async _ =>
        {
            running.SetResult();
            await gate.Task;
            return 0;
        }, Cancellation);
        await running.Task;
        var waiting = work.Select(each => writes.RunAsync(each, Cancellation)).ToArray();
        gate.SetResult();
        await held;
        return (waiting[0], waiting[1], waiting[2], waiting[3], waiting[4]);
    }

    private static Func<IssuerDb, Task<int>> Insert(int number) => database =>
        database.Database.ExecuteSqlAsync($"INSERT INTO status_lists (number, issuer_slug, version) VALUES ({number}, 'town', 1)", Cancellation);

    private static async Task<int> InsertTwiceAsync(IssuerDb database, int number) => await Insert(number)(database) + await Insert(number)(database);

    private static Func<IssuerDb, Task<int>> AddUnsaved(int number) => database =>
    {
        database.StatusLists.Add(new StatusListRow { Bits = 2, Number = number, IssuerSlug = "town" });
        return Task.FromResult(0);
    };

    private static Task<int> Save(IssuerDb database) => database.SaveChangesAsync(Cancellation);

    private static async Task<List<int>> NumbersAsync(IssuingTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        return await database.StatusLists.OrderBy(list => list.Number).Select(list => list.Number).ToListAsync(Cancellation);
    }
}
