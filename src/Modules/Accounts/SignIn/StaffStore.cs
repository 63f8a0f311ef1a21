using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Passkeys;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.SignIn;

/// <summary>What ASP.NET Core Identity may read of the accounts of staff.</summary>
internal sealed class StaffStore(IDbContextFactory<AccountsDb> databases, IOptions<TownOptions> town)
    : ReadOnlyAccounts<StaffAccount>, IUserSecurityStampStore<StaffAccount>
{
    public override async Task<StaffAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id))
            return null;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.StaffOf(town.Value).AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken);
    }

    public override async Task<StaffAccount?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var owners = database.Passkeys.Where(passkey => passkey.CredentialId == credentialId).Select(passkey => passkey.StaffId);
        return await database.StaffOf(town.Value).AsNoTracking().SingleOrDefaultAsync(account => owners.Contains(account.Id), cancellationToken);
    }

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(StaffAccount user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var passkey = await database.Passkeys.AsNoTracking()
            .SingleOrDefaultAsync(one => one.StaffId == user.Id && one.CredentialId == credentialId, cancellationToken);
        return passkey?.ToIdentity();
    }

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var passkeys = await database.Passkeys.AsNoTracking().Where(passkey => passkey.StaffId == user.Id).ToListAsync(cancellationToken);
        return [.. passkeys.Select(passkey => passkey.ToIdentity())];
    }

    public Task<string?> GetSecurityStampAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(StaffAccount user, string stamp, CancellationToken cancellationToken) => throw ReadOnly();
}
