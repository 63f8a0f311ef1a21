using CsCheck;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Owed;

namespace Modellstadt.Payments.Tests.Ledger;

/// <summary>Whatever happens to a receivable, in whatever order: every cent is somewhere, and nowhere twice.</summary>
public sealed class BookingProperties
{
    private static readonly LedgerAccount Bank = LedgerAccount.Bank(PaymentTown.TownIban);

    private static readonly Gen<(int Kind, long Cents)[]> Histories = Gen.Select(Gen.Int[0, 5], Gen.Long[1, 5000]).Array[0, 30];

    [Fact]
    public void Every_history_of_a_receivable_reconciles_to_the_cent() =>
        Gen.Select(Gen.Long[1, 10_000], Histories).Sample((fee, history) =>
        {
            var receivable = Of(fee);
            var accounts = new Dictionary<AccountKind, long>();
            Book(accounts, receivable, Bookings.Opened(receivable));
            var (came, went, credited, reminded) = (0L, 0L, 0L, 0L);
            foreach (var (kind, asked) in history)
            {
                var cents = Possible(receivable, kind, asked);
                if (cents == 0)
                    continue;
                Book(accounts, receivable, Happen(receivable, kind, cents));
                (came, went, credited, reminded) = kind switch
                {
                    0 => (came + cents, went, credited, reminded),
                    1 => (came, went, credited + cents, reminded),
                    2 => (came, went + cents, credited, reminded),
                    3 => (came, went, credited, reminded + cents),
                    _ => (came, went, credited, reminded),
                };
            }

            Assert.Equal(0, accounts.Values.Sum());
            Assert.Equal(came - went, accounts.GetValueOrDefault(AccountKind.Bank));
            Assert.Equal(came - went, receivable.ReceivedCents);
            Assert.Equal(fee - credited, receivable.IncomeCents);
            Assert.Equal(reminded, receivable.ReminderFeeCents);
            // What fee and reminders cost now was paid, is open or was given up; what came beyond it is owed back.
            Assert.Equal(receivable.IncomeCents + receivable.ReminderFeeCents, receivable.ReceivedCents - receivable.RefundableCents + receivable.OpenCents + receivable.WrittenOffCents);
            Assert.True(receivable is { OpenCents: >= 0, RefundableCents: >= 0, WrittenOffCents: >= 0, ReceivedCents: >= 0, IncomeCents: >= 0 });
            Assert.Equal(
                (receivable.OpenCents, -receivable.IncomeCents, -receivable.ReminderFeeCents, -receivable.RefundableCents, receivable.WrittenOffCents),
                (accounts.GetValueOrDefault(AccountKind.Receivable), accounts.GetValueOrDefault(AccountKind.FeeIncome), accounts.GetValueOrDefault(AccountKind.ReminderFees), accounts.GetValueOrDefault(AccountKind.RefundsPayable), accounts.GetValueOrDefault(AccountKind.WriteOff)));
        });

    [Theory]
    [InlineData(1000, 0, 0, 2000)]
    [InlineData(3000, 0, 0, 0)]
    [InlineData(3001, 1, 0, 0)]
    [InlineData(6000, 3000, 0, 0)]
    public void A_payment_settles_what_is_open_and_the_rest_is_owed_back(long cents, long refundable, long writtenOff, long open)
    {
        var receivable = Opened(3000);
        receivable.Apply(Bookings.Received(receivable, Bank, cents).Lines);
        Assert.Equal((refundable, writtenOff, open), (receivable.RefundableCents, receivable.WrittenOffCents, receivable.OpenCents));
    }

    [Fact]
    public void What_comes_after_all_makes_good_what_was_given_up()
    {
        var receivable = Opened(3000);
        receivable.Apply(Bookings.WrittenOff(receivable).Lines);
        Assert.Equal(ReceivableState.WrittenOff, Standings.StateOf(receivable, receivable.DueOn.AddDays(1)));
        receivable.Apply(Bookings.Received(receivable, Bank, 3500).Lines);
        Assert.Equal((0L, 0L, 500L), (receivable.OpenCents, receivable.WrittenOffCents, receivable.RefundableCents));
    }

    [Fact]
    public void What_the_bank_takes_back_is_open_again_unless_it_was_owed_back_anyway()
    {
        var receivable = Opened(3000);
        receivable.Apply(Bookings.Received(receivable, Bank, 6000).Lines);
        receivable.Apply(Bookings.TakenBack(receivable, Bank, 3000).Lines);
        Assert.Equal((0L, 0L), (receivable.OpenCents, receivable.RefundableCents));
        receivable.Apply(Bookings.TakenBack(receivable, Bank, 3000).Lines);
        Assert.Equal((3000L, 0L), (receivable.OpenCents, receivable.RefundableCents));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bookings.TakenBack(receivable, Bank, 1));
    }

    private static long Possible(Receivable receivable, int kind, long asked) => kind switch
    {
        0 => asked,
        1 => Math.Min(asked, receivable.IncomeCents),
        2 => Math.Min(asked, receivable.ReceivedCents),
        3 => receivable.OpenCents > 0 ? asked : 0,
        _ => receivable.OpenCents,
    };

    private static Posting Happen(Receivable receivable, int kind, long cents) => kind switch
    {
        0 => Bookings.Received(receivable, Bank, cents),
        1 => Bookings.Credited(receivable, cents),
        2 => Bookings.TakenBack(receivable, Bank, cents),
        3 => Bookings.Reminded(receivable, cents),
        _ => Bookings.WrittenOff(receivable),
    };

    private static void Book(Dictionary<AccountKind, long> accounts, Receivable receivable, Posting posting)
    {
        receivable.Apply(posting.Lines);
        foreach (var (account, cents) in posting.Lines)
            accounts[account.Kind] = accounts.GetValueOrDefault(account.Kind) + cents;
    }

    private static Receivable Opened(long cents)
    {
        var receivable = Of(cents);
        receivable.Apply(Bookings.Opened(receivable).Lines);
        return receivable;
    }

    private static Receivable Of(long cents) => new()
    {
        Id = Guid.Empty,
        Key = "fee-notice/1",
        Reference = "GE-2026-000001",
        CreditorReference = CreditorReference.Of("GE-2026-000001").Text,
        DebtorName = "Erika Beispiel",
        Purpose = "Bewohnerparkausweis",
        AmountCents = cents,
        DueOn = new DateOnly(2026, 12, 24),
        Demo = true,
        OpenedAt = DateTimeOffset.UnixEpoch,
    };
}
