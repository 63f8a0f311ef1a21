using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests.Ledger;

/// <summary>Nobody changes the ledger afterwards, not even by hand in the database.</summary>
public sealed class AppendOnlyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_database_itself_refuses_to_change_or_delete_an_entry(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        await town.OpenAsync("GE-2026-000001");
        string[] attempts =
        [
            "UPDATE ledger_lines SET cents = cents * 2", "DELETE FROM ledger_lines", "UPDATE ledger_entries SET reason = 'better'", "DELETE FROM ledger_entries",
        ];
        foreach (var attempt in attempts)
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => town.ReadAsync(database => database.Database.ExecuteSqlRawAsync(attempt, Cancellation)));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal([3000L, -3000L], await town.ReadAsync(database => database.Lines.OrderBy(line => line.Position).Select(line => line.Cents).ToListAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Entries_are_numbered_without_gaps_however_many_write_at_once(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        await Task.WhenAll(Enumerable.Range(1, 40).Select(number => Task.Run(() => town.OpenAsync($"GE-2026-{number % 20:000000}"), Cancellation)));

        Assert.Equal(Enumerable.Range(1, 20).Select(number => (long)number), await town.ReadAsync(database => database.Entries.OrderBy(entry => entry.Number).Select(entry => entry.Number).ToListAsync(Cancellation)));
        Assert.Equal(20, await town.ReadAsync(database => database.Receivables.CountAsync(Cancellation)));
    }
}
