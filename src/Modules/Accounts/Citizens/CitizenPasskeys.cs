using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Passkeys;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Citizens;

/// <summary>What ASP.NET Core Identity may read of the accounts of citizens: it sees their passkeys and no others.</summary>
internal sealed class CitizenPasskeys(IDbContextFactory<AccountsDb> databases, IOptions<TownOptions> town) : ReadOnlyAccounts<CitizenAccount>
{
    public override async Task<CitizenAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id))
            return null;

        var ags = town.Value.Ags;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Citizens.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id && account.Ags == ags, cancellationToken);
    }

    public override async Task<CitizenAccount?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var ags = town.Value.Ags;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var owners = database.CitizenPasskeys.Where(passkey => passkey.CredentialId == credentialId).Select(passkey => passkey.AccountId);
        return await database.Citizens.AsNoTracking().SingleOrDefaultAsync(account => account.Ags == ags && owners.Contains(account.Id), cancellationToken);
    }

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(CitizenAccount user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var passkey = await database.CitizenPasskeys.AsNoTracking()
            .SingleOrDefaultAsync(one => one.AccountId == user.Id && one.CredentialId == credentialId, cancellationToken);
        return passkey?.ToIdentity();
    }

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(CitizenAccount user, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var passkeys = await database.CitizenPasskeys.AsNoTracking().Where(passkey => passkey.AccountId == user.Id).ToListAsync(cancellationToken);
        return [.. passkeys.Select(passkey => passkey.ToIdentity())];
    }
}
