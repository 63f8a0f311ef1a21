using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;

namespace Modellstadt.Accounts.SignIn;

/// <summary>What a session's cookie says about its owner; <see cref="CurrentStaff"/> reads it.</summary>
internal sealed class StaffClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<StaffAccount>
{
    public Task<ClaimsPrincipal> CreateAsync(StaffAccount user)
    {
        var types = options.Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(
            [
                new Claim(types.UserIdClaimType, user.Id.ToString()),
                new Claim(types.UserNameClaimType, user.Name),
                new Claim(types.RoleClaimType, user.Role.ToString()),
                new Claim(types.SecurityStampClaimType, user.SecurityStamp),
            ],
            IdentityConstants.ApplicationScheme, types.UserNameClaimType, types.RoleClaimType);
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
