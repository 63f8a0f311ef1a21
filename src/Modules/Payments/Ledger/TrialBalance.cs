using Microsoft.EntityFrameworkCore;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Ledger;

/// <summary>What stands on each account: the balances add up to zero (Summen- und Saldenliste).</summary>
internal sealed class TrialBalance(IDbContextFactory<PaymentsDb> databases)
{
    /// <summary>The accounts with their debits and credits in euro cents.</summary>
    public async Task<IReadOnlyList<AccountBalance>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sums = await database.Lines.AsNoTracking().GroupBy(line => line.Account)
            .Select(lines => new { Account = lines.Key, Debit = lines.Sum(line => line.Cents > 0 ? line.Cents : 0), Credit = lines.Sum(line => line.Cents < 0 ? -line.Cents : 0) })
            .ToListAsync(cancellationToken);
        return [.. sums.OrderBy(sum => sum.Account).Select(sum => new AccountBalance(sum.Account, sum.Debit, sum.Credit))];
    }
}

/// <summary>What stands on an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="DebitCents">Sum of all debits (Soll).</param>
/// <param name="CreditCents">Sum of all credits (Haben), above zero.</param>
internal sealed record AccountBalance(AccountKind Account, long DebitCents, long CreditCents)
{
    /// <summary>The balance: above zero in debit.</summary>
    public long Cents => DebitCents - CreditCents;
}
