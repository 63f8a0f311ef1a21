using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Statements;
using Modellstadt.Payments.Tests.Statements;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests.Privacy;

/// <summary>Names and accounts go when the books need no voucher any more; every amount stays.</summary>
public sealed class RetentionTests
{
    private const string Paid = "GE-2026-000001";
    private const string Unpaid = "GE-2026-000002";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task After_ten_years_a_settled_fee_names_nobody_and_an_open_one_still_does(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        await town.OpenAsync(Paid);
        await town.OpenAsync(Unpaid);
        var file = new StatementFile("1", 0, new FileEntry(3000, CreditorReference.Of(Paid).Text));
        await town.Services.GetRequiredService<ImportStatement>().ExecuteAsync(new MemoryStream(Encoding.UTF8.GetBytes(file.Xml)), Guid.Empty, Cancellation);
        var balance = await town.BalanceAsync(AccountKind.Bank);
        await RunAsync(town, days: 3600);
        Assert.Equal(0, await town.ReadAsync(database => database.Receivables.CountAsync(receivable => receivable.DebtorName == "", Cancellation)));

        await RunAsync(town, days: 100);

        var receivables = await town.ReadAsync(database => database.Receivables.ToDictionaryAsync(receivable => receivable.Reference, Cancellation));
        Assert.Equal(("", null, null, 0L), (receivables[Paid].DebtorName, receivables[Paid].PayerName, receivables[Paid].PayerIban, receivables[Paid].OpenCents));
        Assert.NotEqual("", receivables[Unpaid].DebtorName);
        var movement = await town.ReadAsync(database => database.Movements.SingleAsync(Cancellation));
        Assert.Equal((null, null, "", 3000L), (movement.PartyName, movement.PartyIban, movement.Words, movement.Cents));
        Assert.Equal(balance, await town.BalanceAsync(AccountKind.Bank));
    }

    private static Task RunAsync(PaymentTown town, int days)
    {
        town.Time.Now += TimeSpan.FromDays(days);
        return town.Services.GetRequiredService<RetentionRound>().RunRoundAsync(Cancellation);
    }
}
