using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.SignIn;

/// <summary>Signs made-up staff in with one click: <c>POST /sign-in/demo</c>. Exists only while the town is a demo.</summary>
internal sealed class SignInAsDemoStaff(IDbContextFactory<AccountsDb> databases, OpenSession session, IOptions<TownOptions> town)
{
    public const string Path = "/sign-in/demo";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, RespondAsync).LimitBody(8192).RequireRateLimiting(SignInLimit.Name).ExcludeFromDescription();

    /// <summary>The made-up accounts, for the buttons.</summary>
    public async Task<IReadOnlyList<StaffAccount>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var accounts = await Accounts(database).AsNoTracking().Where(account => account.LockedAt == null).ToListAsync(cancellationToken);
        return [.. accounts.OrderBy(account => account.Role)];
    }

    private async Task<Outcome<StaffAccount>> ExecuteAsync(Guid? id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Accounts(database).SingleOrDefaultAsync(account => account.Id == id, cancellationToken) is { } known
            ? await session.ExecuteAsync(database, known, "demo", cancellationToken)
            : new StaffUnknown();
    }

    private static async Task<IResult> RespondAsync([FromForm] Guid? account, [FromForm] string? returnUrl, HttpContext context, SignInAsDemoStaff signIn)
    {
        var outcome = await signIn.ExecuteAsync(account, context.RequestAborted);
        return outcome.Match<IResult>(_ => new SeeOther(ReturnPath.Of(returnUrl)), context.Problem);
    }

    private IQueryable<StaffAccount> Accounts(AccountsDb database) => database.StaffOf(town.Value).Where(account => account.Demo);
}
