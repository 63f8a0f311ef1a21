using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Changes.Returning;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.RegisterEvents;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>Reads a case with everything that its decision needs, as the registers and the rules see it now.</summary>
internal sealed class ReadCase(IDbContextFactory<ParkingDb> databases, ReadPermitFacts read, PrepareProvisional provisional, PrepareEvent events, ReadRefundCase refunds, TownRules rules)
{
    /// <summary>The case as this clerk may see it; null when this town has no such application.</summary>
    public async Task<OfficeCase?> ExecuteAsync(Guid id, Guid clerk, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.AsNoTracking().SingleOrDefaultAsync(application => application.Id == id && application.Ags == rules.Ags, cancellationToken);
        if (application is null)
            return null;

        var story = await History.ReadAsync(database, [ApplicationJournal.SubjectOf(id)], cancellationToken);
        if (application is not { State: ApplicationState.WaitingForClerk, ResidentId: { } person })
            return new OfficeCase(application, rules.Today, story);

        if (ReadRefundCase.IsAbout(application))
            return new OfficeCase(application, rules.Today, story) { Refund = await refunds.ExecuteAsync(database, application, cancellationToken) };
        if (application.ProvisionalFor is { } applied)
            return await OfProvisionalAsync(database, new OfficeCase(application, rules.Today, story), applied, cancellationToken);

        var answer = await read.ExecuteAsync(database, new ResidentId(person), cancellationToken);
        var facts = answer.Refusal is null ? answer.Value with { Findings = ClerkFindings.Of(application) } : null;
        var changed = application.Purpose is ApplicationPurpose.FirstPermit ? null : await database.Permits.AsNoTracking().SingleOrDefaultAsync(permit => permit.Id == application.PermitId, cancellationToken);
        return new OfficeCase(application, rules.Today, story)
        {
            Silence = answer.Refusal,
            Facts = facts,
            Changed = changed,
            Told = facts is not null && changed is not null && PrepareEvent.IsAbout(application) ? await events.ExecuteAsync(database, application, changed, facts, cancellationToken) : null,
            IsPersonHidden = MustHide(facts) && !await OpenPerson.HasOpenedAsync(database, id, clerk, cancellationToken),
        };
    }

    /// <summary>The registers need not answer: what was stated is before the clerk.</summary>
    private async Task<OfficeCase> OfProvisionalAsync(ParkingDb database, OfficeCase office, Guid applied, CancellationToken cancellationToken)
    {
        var waiting = await database.Applications.AsNoTracking().SingleOrDefaultAsync(application => application.Id == applied, cancellationToken);
        return office with
        {
            Stated = ProvisionalStatement.Of(office.Application),
            Provisional = waiting is null ? null : await provisional.ExecuteAsync(database, waiting, cancellationToken),
        };
    }

    /// <summary>A protected entry stays closed, and so does a death: what the page says of both is the same, so that it gives neither away.</summary>
    private static bool MustHide(PermitFacts? facts) => facts?.Resident is { Blocked: true } or { Deceased: true };
}

/// <summary>A case of the office.</summary>
/// <param name="Application">The application.</param>
/// <param name="Town">The rules of today.</param>
/// <param name="Events">What happened to it, oldest first.</param>
internal sealed record OfficeCase(PermitApplication Application, ParkingFacts Town, IReadOnlyList<AuditEntry> Events)
{
    /// <summary>Why the registers say nothing; null when they answer.</summary>
    public Refusal? Silence { get; init; }

    /// <summary>What the registers say and clerks found; null when the registers say nothing.</summary>
    public PermitFacts? Facts { get; init; }

    /// <summary>True when this clerk may see the person's data only after giving a reason.</summary>
    public bool IsPersonHidden { get; init; }

    /// <summary>The permit to be changed; null for a first one.</summary>
    public Permit? Changed { get; init; }

    /// <summary>What follows from what a register told; null for any other case.</summary>
    public PreparedEvent? Told { get; init; }

    /// <summary>What the person states in the place of a silent register; null for any other case.</summary>
    public ProvisionalStatement? Stated { get; init; }

    /// <summary>The provisional permit that can be released; null when it has no cause any more.</summary>
    public PreparedProvisional? Provisional { get; init; }

    /// <summary>What a refund that no rule decides rests on; null for any other case.</summary>
    public RefundCase? Refund { get; init; }

    /// <summary>What the rules would decide now; null when they would go on with a proposal, or when nothing is known.</summary>
    public PendingDecision? Pending => (Facts, Changed) switch
    {
        _ when Provisional is { } granted => new PendingDecision(null, null) { Prepared = granted.Prepared },
        _ when Told is { } told => told.Name is { } name ? new PendingDecision(null, null) { Prepared = name } : null,
        (null, _) => null,
        (_, null) => PendingDecision.Of(Town, Facts, Application),
        var (facts, permit) => OfChange(facts, permit),
    };

    private PendingDecision OfChange(PermitFacts facts, Permit permit)
    {
        var decided = ChangeRules.Decide(Town, facts, permit, Application.Purpose, PermitWish.Read(Application.Wish!));
        return decided.Succeeded(out var change, out var refusal)
            ? new PendingDecision(null, null) { Prepared = change.Prepared, Change = change.Prepared }
            : new PendingDecision(null, refusal) { Prepared = refusal is OfficeDecides or WishRefusal ? null : PreparedDecision.Of(refusal) };
    }
}
