using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Passkeys;
using Modellstadt.Accounts.SignIn;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Enrolments;

/// <summary>Registers the first passkey behind a one-time link and signs its owner in. Options: <c>POST /enrol/{secret}/options</c>.</summary>
internal sealed class EnrolStaff(IDbContextFactory<AccountsDb> databases, ReadEnrolment read, Ceremonies<StaffAccount> ceremonies, PasskeyMaking making, OpenSession session, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/enrol/{secret}/options", OptionsAsync).RequireFormToken().LimitBody(8192).RequireRateLimiting(SignInLimit.Name).ExcludeFromDescription();

    public async Task<Outcome<StaffAccount>> ExecuteAsync(string secret, string? credential, string? name, CancellationToken cancellationToken)
    {
        if (!(await read.ExecuteAsync(secret, cancellationToken)).Succeeded(out var account, out var refusal))
            return refusal;
        if (credential is not { Length: > 0 } || await ceremonies.EndRegistrationAsync(account, credential) is not { } made)
            return new PasskeyNotAccepted();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await UseAsync(database, secret, cancellationToken))
            return new EnrolmentUsed();

        making.Add(database, account, made, name);
        var signedIn = await session.ExecuteAsync(database, account, "enrolment", cancellationToken);
        if (signedIn.Refusal is null)
            await transaction.CommitAsync(cancellationToken);
        return signedIn;
    }

    /// <summary>Of several posts at once one finds the link unused.</summary>
    private async Task<bool> UseAsync(AccountsDb database, string secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (EnrolmentLinks.HashOf(secret), time.GetUtcNow());
        return await database.Enrolments
            .Where(enrolment => enrolment.SecretHash == hash && enrolment.UsedAt == null && enrolment.ExpiresAt > now)
            .ExecuteUpdateAsync(row => row.SetProperty(enrolment => enrolment.UsedAt, now), cancellationToken) == 1;
    }

    private static async Task<IResult> OptionsAsync(string secret, HttpContext context, ReadEnrolment read, Ceremonies<StaffAccount> ceremonies)
    {
        var outcome = await read.ExecuteAsync(secret, context.RequestAborted);
        return outcome.Succeeded(out var account, out var refusal)
            ? Results.Text(await ceremonies.BeginRegistrationAsync(account, account.Name), "application/json")
            : context.Problem(refusal);
    }
}
