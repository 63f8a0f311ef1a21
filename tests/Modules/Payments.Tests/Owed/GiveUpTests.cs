using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Office;
using Modellstadt.Payments.Tests.Statements;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests.Owed;

/// <summary>What is open is given up by two people, and the books can be taken along.</summary>
public sealed class GiveUpTests
{
    private const string Number = "GE-2026-000001";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task One_clerk_asks_to_write_off_another_one_confirms_and_later_money_is_taken_all_the_same(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        await town.OpenAsync(Number);
        var (clerk, other) = (await StaffBrowser.SignInAsync(town), await StaffBrowser.SignInAsync(town, "Administration"));
        var page = $"/office/payments/receivables/{await town.ReadAsync(database => database.Receivables.Select(row => row.Id).SingleAsync(Cancellation))}";
        await clerk.OpenAsync(page);

        Assert.Contains("write-off-needs-reason", (await clerk.SendAsync($"{page}/write-off", ("reason", " x "))).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await clerk.SendAsync($"{page}/write-off", ("reason", "unbekannt verzogen"))).Status);
        Assert.Contains("jemand anders", (await clerk.OpenAsync(page)).Html, StringComparison.Ordinal);
        Assert.Contains("second-clerk-needed", (await clerk.SendAsync($"{page}/write-off/confirmation")).Html, StringComparison.Ordinal);
        Assert.Equal(ReceivableState.Open, (await town.StandingAsync(Number)).State);

        Assert.Contains("unbekannt verzogen", (await other.OpenAsync(page)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await other.SendAsync($"{page}/write-off/confirmation")).Status);
        Assert.Contains("no-such-receivable", (await other.SendAsync($"{page}/write-off/confirmation")).Html, StringComparison.Ordinal);
        Assert.Equal((ReceivableState.WrittenOff, 3000L), ((await town.StandingAsync(Number)).State, await town.BalanceAsync(AccountKind.WriteOff)));
        Assert.Contains("nothing-open", (await clerk.SendAsync($"{page}/write-off", ("reason", "noch einmal"))).Html, StringComparison.Ordinal);

        await clerk.OpenAsync("/office/payments");
        await clerk.UploadAsync("/office/payments/statements", "statement", new StatementFile("1", 0, new FileEntry(3000, CreditorReference.Of(Number).Text)).Xml);
        Assert.Equal((ReceivableState.Paid, 0L), ((await town.StandingAsync(Number)).State, await town.BalanceAsync(AccountKind.WriteOff)));
    }

    [Fact]
    public async Task A_dropped_wish_changes_nothing_in_the_books()
    {
        await using var town = await PaymentTown.StartAsync(DatabaseKind.Sqlite);
        await town.OpenAsync(Number);
        var clerk = await StaffBrowser.SignInAsync(town);
        var page = $"/office/payments/receivables/{await town.ReadAsync(database => database.Receivables.Select(row => row.Id).SingleAsync(Cancellation))}";
        await clerk.OpenAsync(page);
        await clerk.SendAsync($"{page}/write-off", ("reason", "unbekannt verzogen"));
        await clerk.SendAsync($"{page}/write-off/drop");

        Assert.Empty(await town.ReadAsync(database => database.WriteOffs.ToListAsync(Cancellation)));
        Assert.Equal(1, await town.ReadAsync(database => database.Entries.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_whole_ledger_goes_out_as_a_table_that_balances(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        await town.OpenAsync(Number);
        await town.Receivables.CreditAsync("1", $"fee-notice/{Number}", 1200, "=1+1; \"Rückgabe\"", Cancellation);
        var clerk = await StaffBrowser.SignInAsync(town);

        var lines = (await clerk.OpenAsync(ExportLedger.Address)).Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(5, lines.Length);
        Assert.Equal("number;booked_on;recorded_at;kind;key;actor;account;part;debit_cents;credit_cents;reason", lines[0]);
        Assert.Equal(["1", "1", "2", "2"], lines.Skip(1).Select(line => line.Split(';')[0]));
        Assert.Equal(4200, lines.Skip(1).Sum(line => int.Parse(line.Split(';')[8], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(4200, lines.Skip(1).Sum(line => int.Parse(line.Split(';')[9], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.EndsWith(";\"'=1+1; \"\"Rückgabe\"\"\"", lines[^1], StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await StaffBrowser.Of(town).OpenAsync(ExportLedger.Address)).Onwards, StringComparison.Ordinal);
    }
}
