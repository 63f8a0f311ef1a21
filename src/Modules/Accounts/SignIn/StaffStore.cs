using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.SignIn;

/// <summary>
/// What ASP.NET Core Identity may read of our accounts. It changes nothing: every change is an action of this module with its
/// audit entry. Staff have no user name; the id serves.
/// </summary>
internal sealed class StaffStore(IDbContextFactory<AccountsDb> databases, IOptions<TownOptions> town)
    : IUserSecurityStampStore<StaffAccount>, IUserPasskeyStore<StaffAccount>
{
    public async Task<StaffAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id))
            return null;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.StaffOf(town.Value).AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken);
    }

    public Task<StaffAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName, cancellationToken);

    public async Task<StaffAccount?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var owners = database.Passkeys.Where(passkey => passkey.CredentialId == credentialId).Select(passkey => passkey.StaffId);
        return await database.StaffOf(town.Value).AsNoTracking().SingleOrDefaultAsync(account => owners.Contains(account.Id), cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(StaffAccount user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var passkey = await database.Passkeys.AsNoTracking()
            .SingleOrDefaultAsync(one => one.StaffId == user.Id && one.CredentialId == credentialId, cancellationToken);
        return passkey?.ToIdentity();
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var passkeys = await database.Passkeys.AsNoTracking().Where(passkey => passkey.StaffId == user.Id).ToListAsync(cancellationToken);
        return [.. passkeys.Select(passkey => passkey.ToIdentity())];
    }

    public Task<string> GetUserIdAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id.ToString());

    public Task<string?> GetNormalizedUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    public Task<string?> GetSecurityStampAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetUserNameAsync(StaffAccount user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetNormalizedUserNameAsync(StaffAccount user, string? normalizedName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetSecurityStampAsync(StaffAccount user, string stamp, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> CreateAsync(StaffAccount user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> UpdateAsync(StaffAccount user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> DeleteAsync(StaffAccount user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task AddOrUpdatePasskeyAsync(StaffAccount user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadOnly();

    public Task RemovePasskeyAsync(StaffAccount user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadOnly();

    public void Dispose()
    {
        // Each method opens and closes a database of its own.
    }

    private static NotSupportedException ReadOnly() => new("Accounts are changed by this module's own actions.");
}
