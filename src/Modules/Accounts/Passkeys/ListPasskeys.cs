using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Storage;

namespace Modellstadt.Accounts.Passkeys;

/// <summary>One's own passkeys, oldest first.</summary>
internal sealed class ListPasskeys(IDbContextFactory<AccountsDb> databases, CurrentStaff staff)
{
    public async Task<IReadOnlyList<StaffPasskey>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Passkeys.AsNoTracking().Where(passkey => passkey.StaffId == staff.Id).OrderBy(passkey => passkey.AddedAt).ToListAsync(cancellationToken);
    }
}
