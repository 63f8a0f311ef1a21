using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Passkeys;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.SignIn;

/// <summary>Signs staff in with a passkey. Options: <c>POST /sign-in/options</c>.</summary>
internal sealed class SignInWithPasskey(IDbContextFactory<AccountsDb> databases, Ceremonies<StaffAccount> ceremonies, OpenSession session, TimeProvider time)
{
    public const string OptionsPath = "/sign-in/options";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(OptionsPath, OptionsAsync).RequireFormToken().LimitBody(8192).RequireRateLimiting(SignInLimit.Name).ExcludeFromDescription();

    public async Task<Outcome<StaffAccount>> ExecuteAsync(string? credential, CancellationToken cancellationToken)
    {
        if (credential is not { Length: > 0 } || await ceremonies.EndSignInAsync(credential) is not { Passkey: { } shown, User: { } account })
            return new PasskeyNotRecognized();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Passkeys.SingleOrDefaultAsync(one => one.CredentialId == shown.CredentialId, cancellationToken) is not { } passkey)
            return new PasskeyNotRecognized();

        (passkey.SignCount, passkey.BackedUp, passkey.LastUsedAt) = (shown.SignCount, shown.IsBackedUp, time.GetUtcNow());
        return await session.ExecuteAsync(database, account, $"passkey/{passkey.Id}", cancellationToken);
    }

    private static async Task<IResult> OptionsAsync(Ceremonies<StaffAccount> ceremonies) => Results.Text(await ceremonies.BeginSignInAsync(), "application/json");
}
