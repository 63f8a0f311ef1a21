using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Enrolments;

/// <summary>For whom a link is, and whether it still counts.</summary>
internal sealed class ReadEnrolment(IDbContextFactory<AccountsDb> databases, IOptions<TownOptions> town, TimeProvider time)
{
    public async Task<Outcome<StaffAccount>> ExecuteAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = EnrolmentLinks.HashOf(secret);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await (
            from enrolment in database.Enrolments.AsNoTracking()
            join account in database.StaffOf(town.Value).AsNoTracking() on enrolment.StaffId equals account.Id
            where enrolment.SecretHash == hash
            select new { Enrolment = enrolment, Account = account }).SingleOrDefaultAsync(cancellationToken);
        return found switch
        {
            null => new EnrolmentUnknown(),
            { Enrolment.UsedAt: not null } => new EnrolmentUsed(),
            { Account.LockedAt: not null } => new AccountLocked(),
            _ when found.Enrolment.ExpiresAt <= time.GetUtcNow() => new EnrolmentExpired(),
            _ => found.Account,
        };
    }
}
