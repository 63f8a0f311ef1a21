using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Figures;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Lists.Figures;

/// <summary>
/// What people ask of Parking online, for the town's indicators. Only cases count that a person asked for: not what registers, the books or a
/// renewal of all at once brought. On paper is a case that was taken at the counter, or whose decision goes out as a letter because no e-mail
/// address is known.
/// </summary>
/// <param name="kind">Which of the services.</param>
/// <param name="databases">The cases.</param>
/// <param name="rules">Which town.</param>
/// <param name="letters">Whether the town writes letters.</param>
internal sealed class PermitService(PermitServiceKind kind, IDbContextFactory<ParkingDb> databases, TownRules rules, IOptions<LetterOptions> letters) : IOnlineService
{
    private static readonly List<ApplicationOrigin> Asked = [ApplicationOrigin.Wallet, ApplicationOrigin.Holder, ApplicationOrigin.Counter];

    /// <inheritdoc />
    public string Id => kind.Id;

    /// <inheritdoc />
    public LocalizedText Name => kind.Name;

    /// <inheritdoc />
    public async Task<ServiceCases> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (purposes, writesLetters) = (kind.Purposes, letters.Value.PaperDecisions);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var applications = database.Applications.Where(application => application.Ags == rules.Ags && purposes.Contains(application.Purpose) && Asked.Contains(application.Origin));
        var decided = await applications
            .Join(database.Decisions.Where(decision => decision.DecidedAt >= since), application => application.Id, decision => decision.ApplicationId, (application, decision) => new
            {
                application.CreatedAt,
                decision.DecidedAt,
                AtCounter = application.Origin == ApplicationOrigin.Counter,
                ByMail = database.Contacts.Any(contact => contact.Ags == decision.Ags && contact.ResidentId == decision.ResidentId),
            })
            .ToListAsync(cancellationToken);
        return new(
            await applications.CountAsync(application => application.ResidentId != null && application.CreatedAt >= since, cancellationToken),
            [.. decided.Select(each => ((long)(each.DecidedAt - each.CreatedAt).TotalSeconds, each.AtCounter || (writesLetters && !each.ByMail)))]);
    }
}
