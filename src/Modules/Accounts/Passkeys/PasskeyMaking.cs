using Microsoft.AspNetCore.Identity;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Accounts.Passkeys;

/// <summary>Gives an account a passkey that was just registered, with its audit entry; the caller saves.</summary>
internal sealed class PasskeyMaking(StaffAudit audit, RandomSource random, TimeProvider time)
{
    public void Add(AccountsDb database, StaffAccount account, UserPasskeyInfo made, string? name)
    {
        var passkey = StaffPasskey.Of(account, made, random.NewId(), PasskeyNames.Of(name), time.GetUtcNow());
        database.Passkeys.Add(passkey);
        audit.AddByOwner(database, account, "passkey-added", $"passkey/{passkey.Id}");
    }
}
