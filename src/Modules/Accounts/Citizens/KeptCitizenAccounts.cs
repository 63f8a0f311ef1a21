using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Privacy;

namespace Modellstadt.Accounts.Citizens;

/// <summary>A person's account, by what they sign in, and when they did.</summary>
internal sealed class KeptCitizenAccounts(IDbContextFactory<AccountsDb> databases) : IPersonalRecords
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<PersonalRecord>> OfAsync(string residentId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var accounts = await database.Citizens.AsNoTracking().Where(account => account.ResidentId == residentId).ToListAsync(cancellationToken);
        var ids = accounts.Select(account => account.Id).ToList();
        var means = await database.CitizenMeans.AsNoTracking().Where(one => ids.Contains(one.AccountId)).ToListAsync(cancellationToken);
        var sessions = await database.CitizenSessions.AsNoTracking().Where(session => ids.Contains(session.AccountId)).ToListAsync(cancellationToken);
        return [.. accounts.Select(Of), .. means.Select(Of), .. sessions.Select(Of)];
    }

    private static PersonalRecord Of(CitizenAccount account) => new("citizen-account", new("Konto bei der Stadt", "Account at the town"), account.CreatedAt, []);

    private static PersonalRecord Of(CitizenMeans means) => new("citizen-means", new("Mittel zur Anmeldung", "Means of signing in"), means.AddedAt,
    [
        new("kind", new("Art", "Kind"), means.Kind.ToString()),
        .. PersonalFact.Unless("name", new("Name", "Name"), means.Name),
        new("level", new("Vertrauensniveau", "Level of assurance"), means.Level.ToString()),
    ]);

    private static PersonalRecord Of(CitizenSession session) => new("citizen-sign-in", new("Anmeldung", "Sign-in"), session.BeganAt,
        [new("level", new("Vertrauensniveau", "Level of assurance"), session.Level.ToString())]);
}
