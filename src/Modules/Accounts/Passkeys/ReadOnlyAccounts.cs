using Microsoft.AspNetCore.Identity;

namespace Modellstadt.Accounts.Passkeys;

/// <summary>
/// What ASP.NET Core Identity may read of our accounts. It changes nothing: every change is an action of this module with its
/// audit entry. Nobody has a user name; the id serves.
/// </summary>
internal abstract class ReadOnlyAccounts<TAccount> : IUserPasskeyStore<TAccount> where TAccount : class, IPasskeyAccount
{
    /// <inheritdoc />
    public abstract Task<TAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken);

    /// <inheritdoc />
    public abstract Task<TAccount?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken);

    /// <inheritdoc />
    public abstract Task<UserPasskeyInfo?> FindPasskeyAsync(TAccount user, byte[] credentialId, CancellationToken cancellationToken);

    /// <inheritdoc />
    public abstract Task<IList<UserPasskeyInfo>> GetPasskeysAsync(TAccount user, CancellationToken cancellationToken);

    /// <inheritdoc />
    public Task<TAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName, cancellationToken);

    /// <inheritdoc />
    public Task<string> GetUserIdAsync(TAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    /// <inheritdoc />
    public Task<string?> GetUserNameAsync(TAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id.ToString());

    /// <inheritdoc />
    public Task<string?> GetNormalizedUserNameAsync(TAccount user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    /// <inheritdoc />
    public Task SetUserNameAsync(TAccount user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task SetNormalizedUserNameAsync(TAccount user, string? normalizedName, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task<IdentityResult> CreateAsync(TAccount user, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task<IdentityResult> UpdateAsync(TAccount user, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task<IdentityResult> DeleteAsync(TAccount user, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task AddOrUpdatePasskeyAsync(TAccount user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public Task RemovePasskeyAsync(TAccount user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc />
    public void Dispose()
    {
        // Each method opens and closes a database of its own.
    }

    /// <summary>What whoever tries to change an account gets.</summary>
    protected static NotSupportedException ReadOnly() => new("Accounts are changed by this module's own actions.");
}
