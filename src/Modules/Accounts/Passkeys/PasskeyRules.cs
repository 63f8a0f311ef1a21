using Microsoft.AspNetCore.Identity;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Passkeys;

/// <summary>Which passkeys the town takes: bound to the portal's host, found without a user name, unlocked by their owner.</summary>
internal static class PasskeyRules
{
    public static void Configure(IdentityPasskeyOptions passkeys, TownOptions town)
    {
        passkeys.ServerDomain = town.PublicUrl.Host;
        passkeys.ResidentKeyRequirement = "required";
        passkeys.UserVerificationRequirement = "required";
        passkeys.AttestationConveyancePreference = "none";
        passkeys.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == town.PortalOrigin);
    }
}
