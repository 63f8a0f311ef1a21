using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.SignIn;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Citizens;

/// <summary>Ends every session of one's own account, in every browser: <c>POST /account/sign-out-everywhere</c>.</summary>
internal sealed class SignOutEverywhere(IDbContextFactory<AccountsDb> databases, AuditTrail audit, TimeProvider time)
{
    public const string Path = "/account/sign-out-everywhere";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, RespondAsync).LimitBody(4096).RequireFormToken().ExcludeFromDescription();

    private async Task ExecuteAsync(Guid account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.CitizenSessions.Where(session => session.AccountId == account && session.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), cancellationToken);
        audit.Add(database, Actors.Citizen, "citizen-signed-out-everywhere", CitizenAccounts.SubjectOf(account));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<IResult> RespondAsync(HttpContext context, SignOutEverywhere signOut, CurrentCitizen citizen)
    {
        if (await citizen.ReadAsync(context.RequestAborted) is { } known)
            await signOut.ExecuteAsync(known.AccountId, context.RequestAborted);
        return new SeeOther(CitizenDoors.SignInPath);
    }
}
