using Microsoft.AspNetCore.Identity;
using Modellstadt.Accounts.Storage;

namespace Modellstadt.Accounts.SignIn;

/// <summary>Identity asks before every sign-in, whatever the means: a locked account stays out.</summary>
internal sealed class StaffMaySignIn : IUserConfirmation<StaffAccount>
{
    public Task<bool> IsConfirmedAsync(UserManager<StaffAccount> manager, StaffAccount user) => Task.FromResult(user.LockedAt is null);
}
