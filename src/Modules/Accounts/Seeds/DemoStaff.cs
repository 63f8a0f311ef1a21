using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Seeds;

/// <summary>Made-up staff of a demo town: one for each role, a second clerk for what one alone may not do, and a board of three.</summary>
internal sealed class DemoStaff(IDbContextFactory<AccountsDb> databases, IOptions<TownOptions> town, RandomSource random, TimeProvider time) : IHostedService
{
    private static readonly (StaffRole Role, string Name)[] People =
    [
        (StaffRole.Warden, "Jana Streifenberg"),
        (StaffRole.Clerk, "Emre Aktenstein"),
        (StaffRole.Clerk, "Mira Gegenlicht"),
        (StaffRole.Administrator, "Ruth Schlüsselmann"),
        (StaffRole.ProjectOffice, "Lena Vorhaben"),
        (StaffRole.BoardMember, "Bernd Stimmberg"),
        (StaffRole.BoardMember, "Aylin Ratsfeld"),
        (StaffRole.BoardChair, "Nuria Vorsitz"),
        (StaffRole.DistrictGovernment, "Doris Bescheidt"),
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!town.Value.Demo)
            return;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var (role, name) in People)
            await AddAsync(database, role, name, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Several processes may start at once: the index of made-up staff by name lets one of them add the person.</summary>
    private Task AddAsync(AccountsDb database, StaffRole role, string name, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO staff (id, ags, name, role, demo, security_stamp, created_at)
            VALUES ({random.NewId().ToString()}, {town.Value.Ags}, {name}, {role.ToString()}, {true}, {random.NewSecret()}, {time.GetUtcNow().ToUnixTimeMilliseconds()})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
}
