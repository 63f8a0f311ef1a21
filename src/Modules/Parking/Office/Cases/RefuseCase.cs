using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.RegisterEvents;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>A clerk refuses an application, with a reason that the citizen reads, or leaves a permit as it is whatever a register told: <c>POST /office/cases/{id}/refusal</c>.</summary>
internal sealed class RefuseCase(IDbContextFactory<ParkingDb> databases, ChangeCase change, ReadPermitFacts read, DecisionRecord decisions, SettleProvisional settle)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(CaseAddresses.Refusal("{id:guid}"), RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(16_384).ExcludeFromDescription();

    /// <summary>Refuses; what the registers say at this moment is kept with the decision.</summary>
    public async Task<Outcome<PermitApplication>> ExecuteAsync(Guid id, CaseClaim clerk, string? reason, CancellationToken cancellationToken)
    {
        if (CaseQuestion.Words(reason) is not { } given)
            return new CaseNeedsWords();
        if (!(await FactsAsync(id, cancellationToken)).Succeeded(out var facts, out var silence))
            return silence;

        var decider = new Decider(Actors.Staff(clerk.Clerk), null);
        var refused = await change.ExecuteAsync(id, clerk, "case-refused", (database, application) =>
        {
            if (application.Purpose is ApplicationPurpose.Return)
                return new FindingUnusable(); // A return is no request: what comes back, nothing perhaps, is decided as a refund.
            var known = facts.Found is null ? null : facts.Found with { Findings = ClerkFindings.Of(application) };
            if (PrepareEvent.IsAbout(application))
                decisions.SetAside(database, application, known, new EventSetAside(given), decider);
            else
                decisions.Refuse(database, application, known, new RefusedByOffice(given), decider);
            return null;
        }, cancellationToken);
        if (refused.Refusal is null)
            await settle.ExecuteAsync(id, CancellationToken.None);
        return refused;
    }

    /// <summary>A person whom the register does not know can be refused, too; while a register is silent nobody is, but for a provisional permit, which rests on that silence.</summary>
    private async Task<Outcome<KnownFacts>> FactsAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var person = await database.Applications.Where(application => application.Id == id && application.Purpose != ApplicationPurpose.Provisional)
            .Select(application => application.ResidentId).SingleOrDefaultAsync(cancellationToken);
        if (person is null)
            return new KnownFacts(null);

        var answer = await read.ExecuteAsync(database, new ResidentId(person), cancellationToken);
        if (answer.Succeeded(out var facts, out var silence))
            return new KnownFacts(facts);
        return silence is OfficeDecides ? new KnownFacts(null) : new CaseNeedsRegister();
    }

    private static async Task<IResult> RespondAsync(Guid id, [FromForm] string? reason, HttpContext context, RefuseCase refuse, CaseClerk clerk)
    {
        var outcome = await refuse.ExecuteAsync(id, clerk.Now, reason, context.RequestAborted);
        return CaseAddresses.Onwards(id, outcome.Refusal);
    }

    private sealed record KnownFacts(PermitFacts? Found);
}
