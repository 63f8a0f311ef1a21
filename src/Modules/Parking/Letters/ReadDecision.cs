using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Messages;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Letters;

/// <summary>Reads a decision for those whom it concerns: the browser that applied, the person who has shown the citizen ID, and the office.</summary>
internal sealed class ReadDecision(IDbContextFactory<ParkingDb> databases, DecisionLetters letters, BrowserSession session, HolderSessions holders, CurrentStaff staff)
{
    /// <summary>The decision as a letter; null when there is none for this reader.</summary>
    public async Task<Letter?> ExecuteAsync(Guid applicationId, Language language, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.AsNoTracking().SingleOrDefaultAsync(application => application.Id == applicationId, cancellationToken);
        if (application is null || !await MayReadAsync(application, cancellationToken))
            return null;

        return await letters.OfAsync(database, applicationId, language, cancellationToken);
    }

    /// <summary>True in the browser that applied: only there the page of the application can be seen.</summary>
    public async Task<bool> IsApplicantAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.AsNoTracking().SingleOrDefaultAsync(application => application.Id == applicationId, cancellationToken);
        return application is not null && application.BelongsTo(session.Existing);
    }

    private async Task<bool> MayReadAsync(PermitApplication application, CancellationToken cancellationToken) =>
        application.BelongsTo(session.Existing)
        || staff.Role is StaffRole.Clerk or StaffRole.Administrator
        || (application.ResidentId is { } resident && (await holders.CurrentAsync(HolderAction.See, cancellationToken))?.Value == resident);
}

/// <summary>Writes the letter about a stored decision.</summary>
internal sealed class DecisionLetters(TownRules rules, IOptions<TownOptions> town, IOptions<LetterOptions> office, RemedyFile remedies)
{
    /// <summary>The letter; null when nothing was decided.</summary>
    public async Task<Letter?> OfAsync(ParkingDb database, Guid applicationId, Language language, CancellationToken cancellationToken)
    {
        var ags = rules.Ags;
        var decision = await database.Decisions.AsNoTracking().SingleOrDefaultAsync(decision => decision.ApplicationId == applicationId && decision.Ags == ags, cancellationToken);
        if (decision is null)
            return null;

        var permit = await database.Permits.AsNoTracking().SingleOrDefaultAsync(permit => permit.Id == decision.PermitId, cancellationToken);
        var notice = await database.FeeNotices.AsNoTracking().SingleOrDefaultAsync(notice => notice.ApplicationId == applicationId, cancellationToken);
        var term = notice is null ? null : await database.PermitTerms.AsNoTracking().SingleOrDefaultAsync(term => term.FeeNoticeId == notice.Id, cancellationToken);
        var day = DateOnly.FromDateTime(TownCalendar.OnTownClocks(decision.DecidedAt).DateTime);
        var fee = rules.On(day).Fees.On(day);
        var file = new DecisionFile(
            decision, permit, term, notice, fee?.Id == notice?.FeeRuleId ? fee?.Source : null, remedies.Of(ags, day), OfficeSender.Of(office.Value, town.Value, language), ags, town.Value.Demo);
        return DecisionLetter.Of(file, language);
    }
}
