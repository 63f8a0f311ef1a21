using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Accounts.Passkeys;

/// <summary>Removes a passkey from one's own account, and ends every other session: a passkey is removed because its device was lost.</summary>
internal sealed class RemovePasskey(
    IDbContextFactory<AccountsDb> databases, PasskeyOwner owner, SignInManager<StaffAccount> identity, StaffAudit audit, RandomSource random)
{
    public async Task<Outcome<StaffAccount>> ExecuteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await owner.FindAsync(database, cancellationToken) is not { } account)
            return new AccountLocked();

        // Written first: of two removals at once the second waits here, and then sees what is left.
        account.SecurityStamp = random.NewSecret();
        await database.SaveChangesAsync(cancellationToken);
        var own = database.Passkeys.Where(passkey => passkey.StaffId == account.Id);
        if (!account.Demo && !await own.AnyAsync(passkey => passkey.Id != id, cancellationToken))
            return new LastPasskey();
        if (await own.Where(passkey => passkey.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
            return new PasskeyUnknown();

        audit.AddByOwner(database, account, "passkey-removed", $"passkey/{id}");
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await identity.RefreshSignInAsync(account);
        return account;
    }
}
