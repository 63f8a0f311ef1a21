using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Enrolments;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Management;

/// <summary>POST <c>/management/v1/staff/{id}/enrolments</c>: a new link, when the first one expired or every passkey was lost. Older links end.</summary>
internal sealed class RenewEnrolment(IDbContextFactory<AccountsDb> databases, EnrolmentLinks links, StaffAudit audit, IOptions<TownOptions> town)
{
    public static Task<IResult> PostAsync(Guid id, HttpContext context, RenewEnrolment renew) => renew.RespondAsync(id, context);

    private async Task<IResult> RespondAsync(Guid id, HttpContext context)
    {
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        await using var transaction = await database.Database.BeginTransactionAsync(context.RequestAborted);
        if (await database.StaffOf(town.Value).SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted) is not { } account)
            return context.Problem(new StaffUnknown());
        if (account.LockedAt is not null)
            return context.Problem(new AccountLocked());

        var (enrolment, link) = links.Create(account);
        await database.Enrolments.Where(older => older.StaffId == id && older.UsedAt == null).ExecuteDeleteAsync(context.RequestAborted);
        database.Enrolments.Add(enrolment);
        audit.AddByManagement(database, id, "enrolment-renewed");
        await database.SaveChangesAsync(context.RequestAborted);
        await transaction.CommitAsync(context.RequestAborted);

        context.NeverStore();
        return Results.Json(new Renewed(link, enrolment.ExpiresAt), statusCode: StatusCodes.Status201Created);
    }

    /// <summary>The new link.</summary>
    internal sealed record Renewed(
        [property: JsonPropertyName("enrolment_uri"), Description("For this person only: opens once, registers a passkey.")] string EnrolmentUri,
        [property: JsonPropertyName("enrolment_expires_at")] DateTimeOffset EnrolmentExpiresAt);
}
