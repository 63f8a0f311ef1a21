using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Passkeys;
using Modellstadt.Accounts.SignIn;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Citizens;

/// <summary>Signs a citizen in with a passkey. Options: <c>POST /account/sign-in/passkey/options</c>.</summary>
internal sealed class SignInWithCitizenPasskey(
    IDbContextFactory<AccountsDb> databases, Ceremonies<CitizenAccount> ceremonies, CitizenSessions sessions, BrowserSession browser, RandomSource random)
{
    public const string OptionsPath = "/account/sign-in/passkey/options";

    /// <summary>Behind a passkey stands the citizen ID that its owner showed when it was added.</summary>
    private static readonly AssuranceLevel Level = AssuranceLevels.Of(AssuranceLevel.Substantial, KeyKeeping.Passkey);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(OptionsPath, OptionsAsync).RequireFormToken().LimitBody(8192).RequireRateLimiting(SignInLimit.Name).ExcludeFromDescription();

    /// <summary>Opens the session; null when it is open, else why not.</summary>
    public async Task<Refusal?> ExecuteAsync(string? credential, CancellationToken cancellationToken)
    {
        if (credential is not { Length: > 0 } || await ceremonies.EndSignInAsync(credential) is not { Passkey: { } shown, User: { } account })
            return new CitizenPasskeyNotRecognized();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var passkey = await database.CitizenPasskeys.SingleOrDefaultAsync(one => one.AccountId == account.Id && one.CredentialId == shown.CredentialId, cancellationToken);
        if (passkey is null || await database.CitizenMeans.AsNoTracking().SingleOrDefaultAsync(one => one.Id == passkey.MeansId && one.EndedAt == null, cancellationToken) is not { } means)
            return new CitizenPasskeyNotRecognized();

        (passkey.SignCount, passkey.BackedUp) = (shown.SignCount, shown.IsBackedUp);
        await sessions.OpenAsync(database, random.NewId(), means, Level, browser.GetOrStart(), cancellationToken);
        return null;
    }

    private static async Task<IResult> OptionsAsync(Ceremonies<CitizenAccount> ceremonies) => Results.Text(await ceremonies.BeginSignInAsync(), "application/json");
}
