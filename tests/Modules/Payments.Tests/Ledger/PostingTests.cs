using Modellstadt.Payments.Ledger;

namespace Modellstadt.Payments.Tests.Ledger;

/// <summary>An entry balances, or there is none.</summary>
public sealed class PostingTests
{
    private static readonly LedgerAccount Bank = LedgerAccount.Bank(PaymentTown.TownIban);
    private static readonly LedgerAccount Fee = new(AccountKind.FeeIncome, "r");

    [Fact]
    public void Lines_that_add_up_to_zero_are_an_entry_and_empty_ones_are_left_out() =>
        Assert.Equal([(Bank, 5L), (Fee, -5L)], Posting.Of((Bank, 5), (new LedgerAccount(AccountKind.WriteOff, "r"), 0), (Fee, -5)).Lines);

    [Fact]
    public void Lines_that_do_not_add_up_are_refused() => Assert.Throws<InvalidOperationException>(() => Posting.Of((Bank, 5), (Fee, -4)));

    [Fact]
    public void An_entry_that_moves_nothing_is_refused() => Assert.Throws<InvalidOperationException>(() => Posting.Of((Bank, 0), (Fee, 0)));

    [Fact]
    public void A_sum_too_large_to_count_is_refused() => Assert.Throws<OverflowException>(() => Posting.Of((Bank, long.MaxValue), (Bank, 2), (Fee, long.MaxValue)));
}
