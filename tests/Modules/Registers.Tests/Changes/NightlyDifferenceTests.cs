using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Registers.Tests;

/// <summary>What one night's file says that the last one did not, told at least once to everybody who wants to know.</summary>
public sealed class NightlyDifferenceTests
{
    private const string Home = "main;Georgstraße;17a;45879;Gelsenkirchen;05513000;2001-01-01;";
    private const string Essen = "main;Allee;1;45128;Essen;05113000;2026-11-20;";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_first_file_tells_nothing_and_the_next_one_what_is_new(DatabaseKind kind)
    {
        await using var supplier = await Supplier.StartAsync(kind);
        await supplier.DropAsync(Supplier.Erika + Supplier.Karl, Supplier.Golf + Supplier.Van);
        await supplier.DropAsync(
            Supplier.Erika.Replace(Home, Home + "2026-11-20", StringComparison.Ordinal) + Supplier.Karl + "3;Neu;Hier;1990-01-01;0;0;;;;;;;;\n",
            Supplier.Golf.Replace(";1;", ";2;", StringComparison.Ordinal) + "GE-N 1;motorcycle;Honda;2080;790;1060;private;Neu Hier;3;\n");

        var told = await supplier.Recipient.WaitForAsync(5);
        Assert.Equal(
            [
                new RegisterChange.MovedAway(Guid.Empty, new("1"), new(2026, 11, 20)),
                new RegisterChange.VehicleGone(Guid.Empty, new("1"), new(2026, 11, 24), "GE-AB 123"),
                new RegisterChange.VehicleGone(Guid.Empty, new("2"), new(2026, 11, 24), "GE-C 9"),
                new RegisterChange.VehicleRegistered(Guid.Empty, new("2"), new(2026, 11, 24), "GE-AB 123"),
                new RegisterChange.VehicleRegistered(Guid.Empty, new("3"), new(2026, 11, 24), "GE-N 1"),
            ],
            told.Select(Anonymous).Distinct().OrderBy(change => change.ToString()));
    }

    [Theory]
    [InlineData(Home, Home, "")]
    [InlineData(Home, Home + "2026-12-01", "")]
    [InlineData(Home, Essen, "MovedAway 2026-11-24")]
    [InlineData(Home, Home + "2026-11-22", "MovedAway 2026-11-22")]
    [InlineData(Home, "main;Ringstraße;3;45879;Gelsenkirchen;05513000;2026-11-21;", "MovedWithin 2026-11-21")]
    [InlineData(Home, "secondary;Georgstraße;17a;45879;Gelsenkirchen;05513000;2001-01-01;", "MovedWithin 2001-01-01")]
    [InlineData(Essen, Home, "")]
    [InlineData(Essen, Essen, "")]
    public async Task A_move_is_told_with_its_day(string before, string after, string change)
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite);
        await supplier.DropAsync(Erika(home: before), Supplier.Golf);
        await supplier.DropAsync(Erika(home: after), Supplier.Golf + Supplier.Van);
        // The van is told in the same transaction, after whatever there was to tell of Erika.
        var told = await supplier.Recipient.WaitForAsync(change.Length > 0 ? 2 : 1);
        Assert.Equal(change, string.Join(' ', told.Where(one => one is not RegisterChange.VehicleRegistered).Distinct().Select(one => FormattableString.Invariant($"{one.GetType().Name} {one.Since:yyyy-MM-dd}"))));
    }

    [Theory]
    [InlineData("0;0", "1;0", nameof(RegisterChange.Died))]
    [InlineData("0;0", "0;1", nameof(RegisterChange.Blocked))]
    [InlineData("0;1", "0;0", nameof(RegisterChange.Unblocked))]
    [InlineData("1;0", "0;0", "")]
    public async Task A_death_or_a_block_is_told(string before, string after, string change)
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite);
        await supplier.DropAsync(Erika(flags: before), Supplier.Golf);
        await supplier.DropAsync(Erika(flags: after), Supplier.Golf + Supplier.Van);
        var told = await supplier.Recipient.WaitForAsync(change.Length > 0 ? 2 : 1);
        Assert.Equal(change, string.Join(' ', told.Where(one => one is not RegisterChange.VehicleRegistered).Distinct().Select(one => one.GetType().Name)));
    }

    [Fact]
    public async Task Another_name_is_told()
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite);
        await supplier.DropAsync(Supplier.Erika, Supplier.Golf);
        await supplier.DropAsync(Supplier.Erika.Replace("Müller-", "", StringComparison.Ordinal), Supplier.Golf);
        Assert.IsType<RegisterChange.NameChanged>(Assert.Single(await supplier.Recipient.WaitForAsync(1)));
    }

    /// <summary>The entry says it weeks before; the day comes without a change of the entry. 28 February to 1 March, no leap day.</summary>
    [Theory]
    [InlineData(2027, 2, 28, 2027, 3, 1)]
    [InlineData(2028, 2, 28, 2028, 2, 29)]
    [InlineData(2026, 12, 31, 2027, 1, 1)]
    public async Task A_move_that_was_announced_happens_when_its_day_comes(int year, int month, int day, int thenYear, int thenMonth, int thenDay)
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite);
        var then = new DateOnly(thenYear, thenMonth, thenDay);
        supplier.Town.Time.Now = new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero);
        await supplier.DropAsync(Erika(home: $"{Home}{then:yyyy-MM-dd}"), Supplier.Golf);
        Assert.Empty(supplier.Recipient.Taken);

        supplier.Town.Time.Now += TimeSpan.FromDays(1);
        await supplier.DropAsync(Erika(home: $"{Home}{then:yyyy-MM-dd}") + Supplier.Karl, Supplier.Golf);
        Assert.Equal(then, Assert.IsType<RegisterChange.MovedAway>(Assert.Single(await supplier.Recipient.WaitForAsync(1))).Since);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_file_again_and_a_restart_tell_nothing_new(DatabaseKind kind)
    {
        await using var supplier = await Supplier.StartAsync(kind);
        await supplier.DropAsync(Supplier.Erika, Supplier.Golf);
        await supplier.DropAsync(Erika(flags: "1;0"), Supplier.Golf);
        var first = await supplier.Recipient.WaitForAsync(1);
        await supplier.LookAsync();
        await supplier.Town.RestartAsync();
        await supplier.LookAsync();
        Assert.Single(supplier.Recipient.Taken.Concat(first).Select(change => change.Id).Distinct());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Several_who_look_at_once_take_a_file_over_once(DatabaseKind kind)
    {
        await using var supplier = await Supplier.StartAsync(kind);
        await supplier.DropAsync(Supplier.Erika, Supplier.Golf);
        supplier.Drop("residents", Supplier.ResidentColumns + Erika(flags: "1;0"));
        var takers = supplier.Town.Services.GetRequiredService<TakeOverExport<Resident, StoredResident>>();
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => takers.ExecuteAsync(Cancellation))));
        Assert.Single(taken, true);
        Assert.Single((await supplier.Recipient.WaitForAsync(1)).Select(change => change.Id).Distinct());
    }

    /// <summary>The process ends in the middle of the transaction: nothing of it stays, and the next process finds the same changes.</summary>
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_file_that_was_half_taken_over_is_taken_over_anew(DatabaseKind kind)
    {
        await using var supplier = await Supplier.StartAsync(kind);
        await supplier.DropAsync(Supplier.Erika, Supplier.Golf);
        supplier.Drop("residents", Supplier.ResidentColumns + Erika(flags: "1;0"));
        await BreakAsync(supplier, "ALTER TABLE outbox RENAME TO outbox_gone");
        await Assert.ThrowsAnyAsync<Exception>(() => supplier.Town.Services.GetRequiredService<TakeOverExport<Resident, StoredResident>>().ExecuteAsync(Cancellation));
        Assert.False(Assert.IsType<RegisterAnswer<Resident>.Found>(await supplier.Town.Residents.ReadAsync(new("1"), Cancellation)).Value.Deceased);

        await BreakAsync(supplier, "ALTER TABLE outbox_gone RENAME TO outbox");
        await supplier.Town.RestartAsync();
        await supplier.LookAsync();
        Assert.IsType<RegisterChange.Died>((await supplier.Recipient.WaitForAsync(1))[0]);
    }

    private static async Task BreakAsync(Supplier supplier, string sql)
    {
        await using var database = await supplier.Town.Services.GetRequiredService<IDbContextFactory<RegistersDb>>().CreateDbContextAsync(Cancellation);
        await database.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }

    private static string Erika(string flags = "0;0", string home = Home) => $"1;Erika;Müller-Łukaszewska;1964-08-12;{flags};{home}\n";

    private static RegisterChange Anonymous(RegisterChange change) => change with { Id = Guid.Empty };
}
