using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.SignIn;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Passkeys;

/// <summary>Adds a passkey to one's own account. Options: <c>POST /account/passkeys/options</c>.</summary>
internal sealed class AddPasskey(IDbContextFactory<AccountsDb> databases, PasskeyOwner owner, Ceremonies<StaffAccount> ceremonies, PasskeyMaking making)
{
    public const string OptionsPath = "/account/passkeys/options";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(OptionsPath, OptionsAsync).RequireFormToken().RequireAuthorization().LimitBody(8192).RequireRateLimiting(SignInLimit.Name).ExcludeFromDescription();

    public async Task<Outcome<StaffAccount>> ExecuteAsync(string? credential, string? name, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await owner.FindAsync(database, cancellationToken) is not { } account)
            return new AccountLocked();
        if (credential is not { Length: > 0 } || await ceremonies.EndRegistrationAsync(account, credential) is not { } made)
            return new PasskeyNotAccepted();

        making.Add(database, account, made, name);
        await database.SaveChangesAsync(cancellationToken);
        return account;
    }

    private static async Task<IResult> OptionsAsync(HttpContext context, IDbContextFactory<AccountsDb> databases, PasskeyOwner owner, Ceremonies<StaffAccount> ceremonies)
    {
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        return await owner.FindAsync(database, context.RequestAborted) is { } account
            ? Results.Text(await ceremonies.BeginRegistrationAsync(account, account.Name), "application/json")
            : context.Problem(new AccountLocked());
    }
}
