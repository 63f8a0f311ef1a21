using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Citizens;

/// <summary>Gives each person one account with a citizen ID as its first means, once and for all. Another town's citizen ID is a means of its own.</summary>
internal sealed class CitizenAccounts(IDbContextFactory<AccountsDb> databases, AuditTrail audit, IOptions<TownOptions> town, RandomSource random, TimeProvider time)
{
    /// <summary>The citizen ID as means of the person's account; what is missing of both is made.</summary>
    /// <param name="residentId">The resident register's key of the person.</param>
    /// <param name="other">Which citizen ID of another town it is; null for this town's own.</param>
    /// <param name="level">How sure the town may be.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<CitizenMeans> GetOrMakeAsync(string residentId, OtherTownsId? other, AssuranceLevel level, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(database, residentId, other, cancellationToken) ?? await MakeAsync(database, residentId, other, level, cancellationToken);
    }

    /// <summary>Whose account the citizen ID of another town leads to; null when nobody has signed in with it.</summary>
    public async Task<string?> FindOwnerAsync(OtherTownsId other, CancellationToken cancellationToken)
    {
        var ags = town.Value.Ags;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.CitizenMeans.Where(means => means.Ags == ags && means.Issuer == other.Ags && means.Subject == other.Subject)
            .Join(database.Citizens, means => means.AccountId, account => account.Id, (_, account) => account.ResidentId).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<CitizenMeans> MakeAsync(AccountsDb database, string residentId, OtherTownsId? other, AssuranceLevel level, CancellationToken cancellationToken)
    {
        var account = await GetOrAddAsync(database, residentId, cancellationToken);
        var means = new CitizenMeans
        {
            Id = random.NewId(),
            Ags = account.Ags,
            AccountId = account.Id,
            Kind = MeansKind.CitizenId,
            Name = other?.Town ?? "",
            Issuer = other?.Ags ?? "",
            Subject = other?.Subject ?? "",
            Level = level,
            AddedAt = time.GetUtcNow(),
        };
        database.CitizenMeans.Add(means);
        if (other is not null)
            audit.Add(database, Actors.Citizen, "citizen-means-added", SubjectOf(account.Id), $"citizen-id-of/{other.Ags}");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return means;
        }
        catch (DbUpdateException)
        {
            // The person signs in with two browsers at once: the unique index lets only one account of a person stand.
            return await ReadAsync(database, residentId, other, cancellationToken) ?? throw new InvalidOperationException("The account of a citizen can neither be stored nor read.");
        }
    }

    /// <summary>How the audit names an account.</summary>
    public static string SubjectOf(Guid account) => $"citizen/{account}";

    private async Task<CitizenAccount> GetOrAddAsync(AccountsDb database, string residentId, CancellationToken cancellationToken)
    {
        var (ags, now) = (town.Value.Ags, time.GetUtcNow());
        if (await database.Citizens.AsNoTracking().SingleOrDefaultAsync(account => account.Ags == ags && account.ResidentId == residentId, cancellationToken) is { } known)
            return known;

        var made = new CitizenAccount { Id = random.NewId(), Ags = ags, ResidentId = residentId, CreatedAt = now, LastUsedAt = now };
        database.Citizens.Add(made);
        audit.Add(database, Actors.Citizen, "citizen-account-made", SubjectOf(made.Id));
        return made;
    }

    private Task<CitizenMeans?> ReadAsync(AccountsDb database, string residentId, OtherTownsId? other, CancellationToken cancellationToken)
    {
        var (ags, issuer, subject) = (town.Value.Ags, other?.Ags ?? "", other?.Subject ?? "");
        var owners = database.Citizens.Where(account => account.Ags == ags && account.ResidentId == residentId).Select(account => account.Id);
        return database.CitizenMeans.AsNoTracking().SingleOrDefaultAsync(means => means.Kind == MeansKind.CitizenId && means.Issuer == issuer && means.Subject == subject && owners.Contains(means.AccountId), cancellationToken);
    }
}
