using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Payments.Ledger;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests.Owed;

/// <summary>What other modules open, credit and hear.</summary>
public sealed class ReceivableTests
{
    private const string Number = "GE-2026-000123";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_receivable_opened_twice_stands_once_in_the_books(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        var first = await town.OpenAsync(Number);
        var again = await town.OpenAsync(Number);

        Assert.Equal(first, again);
        Assert.Equal((ReceivableState.Open, 3000L, 3000L), (first.State, first.OpenCents, first.FeeCents));
        Assert.Equal(CreditorReference.Of(Number), first.CreditorReference);
        Assert.Equal((3000L, -3000L), (await town.BalanceAsync(AccountKind.Receivable), await town.BalanceAsync(AccountKind.FeeIncome)));
        Assert.Equal(1, await town.ReadAsync(database => database.Entries.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task A_key_that_stands_for_other_facts_already_is_a_mistake_of_the_caller()
    {
        await using var town = await PaymentTown.StartAsync(DatabaseKind.Sqlite);
        await town.OpenAsync(Number);
        await Assert.ThrowsAsync<InvalidOperationException>(() => town.OpenAsync(Number, cents: 3001));
        Assert.Equal(3000, (await town.StandingAsync(Number)).OpenCents);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Nobody_owes_nothing_or_less(long cents)
    {
        await using var town = await PaymentTown.StartAsync(DatabaseKind.Sqlite);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => town.OpenAsync(Number, cents));
        Assert.Null(await town.Receivables.ReadAsync($"fee-notice/{Number}", Cancellation));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_credit_shrinks_what_is_open_once_however_often_it_is_told(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        await town.OpenAsync(Number);
        for (var time = 0; time < 3; time++)
            Assert.Equal(1800, (await town.Receivables.CreditAsync("return/1", $"fee-notice/{Number}", 1200, "Rückgabe", Cancellation)).Value.OpenCents);

        Assert.Equal((1800L, -1800L), (await town.BalanceAsync(AccountKind.Receivable), await town.BalanceAsync(AccountKind.FeeIncome)));
    }

    [Fact]
    public async Task More_than_is_left_of_the_fee_is_not_credited()
    {
        await using var town = await PaymentTown.StartAsync(DatabaseKind.Sqlite);
        await town.OpenAsync(Number);
        Assert.Null((await town.Receivables.CreditAsync("1", $"fee-notice/{Number}", 3000, "Rückgabe", Cancellation)).Refusal);
        Assert.IsType<CreditAboveFee>((await town.Receivables.CreditAsync("2", $"fee-notice/{Number}", 1, "Rückgabe", Cancellation)).Refusal);
        Assert.IsType<NoSuchReceivable>((await town.Receivables.CreditAsync("3", "fee-notice/unknown", 1, "Rückgabe", Cancellation)).Refusal);
        Assert.Equal(0, await town.BalanceAsync(AccountKind.FeeIncome));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Others_hear_that_a_receivable_is_overdue_and_then_settled_even_when_they_could_not_act_at_first(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        town.ReceiverIsDeaf = true;
        await town.OpenAsync(Number, due: town.Today);
        await town.LookForOverdueAsync();
        Assert.Equal(0, await town.ReadAsync(database => database.Outbox.CountAsync(Cancellation)));

        town.Time.Now += TimeSpan.FromDays(1);
        await town.LookForOverdueAsync();
        await town.LookForOverdueAsync();
        Assert.Equal(ReceivableState.Overdue, (await town.StandingAsync(Number)).State);
        await PaymentTown.UntilAsync(() => town.ReadAsync(database => database.Outbox.AnyAsync(message => message.Attempts > 0, Cancellation)));
        Assert.Empty(town.Heard);

        town.ReceiverIsDeaf = false;
        town.Time.Now += TimeSpan.FromMinutes(5);
        await town.Receivables.CreditAsync("1", $"fee-notice/{Number}", 3000, "Rückgabe", Cancellation);
        await PaymentTown.UntilAsync(() => Task.FromResult(town.Heard.Count == 2));
        Assert.Equal(
            [(ReceivableNewsKind.Overdue, $"fee-notice/{Number}"), (ReceivableNewsKind.Settled, $"fee-notice/{Number}")],
            town.Heard.Select(news => (news.Kind, news.Key)).OrderByDescending(news => news.Kind));
    }
}
