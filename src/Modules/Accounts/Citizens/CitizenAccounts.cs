using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Citizens;

/// <summary>Gives each person one account with the citizen ID as its first means, once and for all.</summary>
internal sealed class CitizenAccounts(IDbContextFactory<AccountsDb> databases, AuditTrail audit, IOptions<TownOptions> town, RandomSource random, TimeProvider time)
{
    /// <summary>The citizen ID as means of the person's account; both are made at the first call.</summary>
    public async Task<CitizenMeans> GetOrMakeAsync(string residentId, AssuranceLevel level, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(database, residentId, cancellationToken) ?? await MakeAsync(database, residentId, level, cancellationToken);
    }

    private async Task<CitizenMeans> MakeAsync(AccountsDb database, string residentId, AssuranceLevel level, CancellationToken cancellationToken)
    {
        var (ags, now) = (town.Value.Ags, time.GetUtcNow());
        var account = new CitizenAccount { Id = random.NewId(), Ags = ags, ResidentId = residentId, CreatedAt = now, LastUsedAt = now };
        var means = new CitizenMeans { Id = random.NewId(), Ags = ags, AccountId = account.Id, Kind = MeansKind.CitizenId, Name = "", Level = level, AddedAt = now };
        database.Citizens.Add(account);
        database.CitizenMeans.Add(means);
        audit.Add(database, Actors.Citizen, "citizen-account-made", SubjectOf(account.Id));
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return means;
        }
        catch (DbUpdateException)
        {
            // The person signs in with two browsers at once: the unique index lets only one account of a person stand.
            return await ReadAsync(database, residentId, cancellationToken) ?? throw new InvalidOperationException("The account of a citizen can neither be stored nor read.");
        }
    }

    /// <summary>How the audit names an account.</summary>
    public static string SubjectOf(Guid account) => $"citizen/{account}";

    private Task<CitizenMeans?> ReadAsync(AccountsDb database, string residentId, CancellationToken cancellationToken)
    {
        var ags = town.Value.Ags;
        var owners = database.Citizens.Where(account => account.Ags == ags && account.ResidentId == residentId).Select(account => account.Id);
        return database.CitizenMeans.AsNoTracking().SingleOrDefaultAsync(means => means.Kind == MeansKind.CitizenId && owners.Contains(means.AccountId), cancellationToken);
    }
}
