using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Lists.Import;

/// <summary>Makes permits of a flawless list: <c>POST /office/import/{id}/take-over</c>. All of them in one transaction, or none.</summary>
internal sealed class TakeOverImport(IDbContextFactory<ParkingDb> databases, CheckImport check, TownRules rules, PlateIndex index, RandomSource random, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/office/import/{id:guid}/take-over", RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();

    /// <summary>How many permits were made; harmless when it was taken over before.</summary>
    public async Task<Outcome<int>> ExecuteAsync(Guid id, Guid clerk, CancellationToken cancellationToken)
    {
        if (!(await check.ExecuteAsync(id, cancellationToken)).Succeeded(out var found, out var refusal))
            return refusal;
        if (found.Import.State is ImportState.TakenOver)
            return found.Import.TakenOver;
        if (!found.IsFlawless)
            return new ImportFlawed();

        var permits = found.Rows.Select(row => PermitOf(row.Row.Permit!, row.ResidentId!)).ToArray();
        try
        {
            await StoreAsync(found.Import, permits, clerk, cancellationToken);
        }
        catch (DbUpdateException)
        {
            return new ImportFlawed(); // Somebody took it over, or gave one of its persons a permit, in the same moment: the page shows what is left.
        }

        foreach (var permit in permits)
            index.Put(permit);
        return permits.Length;
    }

    private async Task StoreAsync(PermitImport import, Permit[] permits, Guid clerk, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.PermitImports.Attach(import);
        (import.State, import.Content, import.TakenOver, import.Revision) = (ImportState.TakenOver, "", permits.Length, import.Revision + 1);
        foreach (var permit in permits)
        {
            database.Permits.Add(permit);
            database.Applications.Add(ApplicationOf(permit));
            database.PermitTerms.Add(new PermitTerm { Id = random.NewId(), PermitId = permit.Id, ValidFrom = permit.ValidFrom, ValidUntil = permit.ValidUntil, AmountCents = 0, FeeNoticeId = permit.FeeNoticeId });
            database.Audit.Add(EntryOf(clerk, "permit-taken-over", PermitSubject.Of(permit.Id), permit.PermitNumber));
        }

        database.Audit.Add(EntryOf(clerk, "permit-list-taken-over", ImportAddresses.SubjectOf(import.Id), permits.Length.ToString(CultureInfo.InvariantCulture)));
        await database.SaveChangesAsync(cancellationToken);
    }

    private Permit PermitOf(ImportedPermit imported, string residentId)
    {
        var now = time.GetUtcNow();
        return new Permit
        {
            Id = random.NewId(),
            Ags = rules.Ags,
            PermitNumber = imported.PermitNumber,
            ResidentId = residentId,
            Plates = imported.Plates,
            Zone = imported.Zone,
            ZoneName = imported.ZoneName,
            ValidFrom = imported.ValidFrom,
            ValidUntil = imported.ValidUntil,
            ApplicationId = random.NewId(),
            FeeNoticeId = random.NewId(),
            IssuedAt = now,
            RuleVersion = rules.Today.Version,
            ChangedAt = now,
        };
    }

    private static PermitApplication ApplicationOf(Permit permit) => new()
    {
        Id = permit.ApplicationId,
        Ags = permit.Ags,
        Purpose = ApplicationPurpose.FirstPermit,
        Origin = ApplicationOrigin.Office,
        State = ApplicationState.Granted,
        ResidentId = permit.ResidentId,
        PermitId = permit.Id,
        CreatedAt = permit.IssuedAt,
    };

    private AuditEntry EntryOf(Guid clerk, string action, string subject, string detail) =>
        new() { Id = random.NewId(), At = time.GetUtcNow(), Actor = Actors.Staff(clerk), Action = action, Subject = subject, Detail = detail };

    private static async Task<IResult> RespondAsync(Guid id, IFormCollection form, HttpContext context, TakeOverImport takeOver, CurrentStaff clerk)
    {
        var outcome = await takeOver.ExecuteAsync(id, clerk.Id!.Value, context.RequestAborted);
        return outcome.Match<IResult>(_ => new SeeOther(ImportAddresses.Page(id)), refusal => context.Problem(refusal));
    }
}
