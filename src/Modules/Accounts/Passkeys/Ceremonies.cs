using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Passkeys;

/// <summary>
/// Registering and using passkeys (WebAuthn Level 3, sections 7.1 and 7.2; the checks are Identity's). What the town asked stays
/// in an encrypted cookie of the browser until the answer comes, 5 minutes at most.
/// </summary>
internal sealed partial class Ceremonies<TAccount>(IPasskeyHandler<TAccount> passkeys, IHttpContextAccessor accessor, ILogger<Ceremonies<TAccount>> log)
    where TAccount : class, IPasskeyAccount
{
    private const string Asked = "asked";

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>The options for <c>navigator.credentials.create</c>.</summary>
    /// <param name="account">Whose passkey it will be.</param>
    /// <param name="name">What the device shows beside it.</param>
    public async Task<string> BeginRegistrationAsync(TAccount account, string name)
    {
        var owner = new PasskeyUserEntity { Id = account.Id.ToString(), Name = name, DisplayName = name };
        var options = await passkeys.MakeCreationOptionsAsync(owner, Context);
        await RememberAsync(TAccount.Cookies.Registration, options.AttestationState!);
        return options.CreationOptionsJson;
    }

    /// <summary>The new passkey; null when the answer does not hold, belongs to another account, or nobody asked.</summary>
    public async Task<UserPasskeyInfo?> EndRegistrationAsync(TAccount account, string credential)
    {
        if (await RecallAsync(TAccount.Cookies.Registration) is not { } asked)
            return null;

        var result = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Context, CredentialJson = credential, AttestationState = asked });
        if (result.Succeeded)
            return result.UserEntity.Id == account.Id.ToString() ? result.Passkey : null;

        NotAccepted(result.Failure.Message, Context.FlowId());
        return null;
    }

    /// <summary>The options for <c>navigator.credentials.get</c>: any passkey that the device knows for this town.</summary>
    public async Task<string> BeginSignInAsync()
    {
        var options = await passkeys.MakeRequestOptionsAsync(null, Context);
        await RememberAsync(TAccount.Cookies.SignIn, options.AssertionState!);
        return options.RequestOptionsJson;
    }

    /// <summary>Whose passkey answered; null when the answer does not hold, or nobody asked.</summary>
    public async Task<PasskeyAssertionResult<TAccount>?> EndSignInAsync(string credential)
    {
        if (await RecallAsync(TAccount.Cookies.SignIn) is not { } asked)
            return null;

        var result = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Context, CredentialJson = credential, AssertionState = asked });
        if (result.Succeeded)
            return result;

        NotAccepted(result.Failure.Message, Context.FlowId());
        return null;
    }

    private Task RememberAsync(string scheme, string asked) =>
        Context.SignInAsync(scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(Asked, asked)], scheme)));

    private async Task<string?> RecallAsync(string scheme)
    {
        var remembered = await Context.AuthenticateAsync(scheme);
        await Context.SignOutAsync(scheme);
        return remembered.Principal?.FindFirstValue(Asked);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A passkey was not accepted: {Reason}, flow {Flow}")]
    private partial void NotAccepted(string reason, string flow);
}
