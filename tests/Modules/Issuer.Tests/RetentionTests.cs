using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>What the issuer forgets of credentials that have ended.</summary>
public sealed class RetentionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Credentials_that_ended_leave_entries_that_lead_to_nobody(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var visit = await new Attacker(town).EnterAsync(subject: IssuingTown.Subject);
        await town.Wallet.AskForCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 3);
        var (entries, lastDay) = await ReadAsync(town);
        town.Time.Now = lastDay.AddDays(29);
        await RunAsync(town);
        Assert.Equal((entries, lastDay), await ReadAsync(town));

        town.Time.Now = lastDay.AddDays(31);
        await town.Services.GetRequiredService<Cleanup>().RunRoundAsync(Cancellation);
        await RunAsync(town);

        await using var database = await town.OpenDatabaseAsync();
        Assert.Equal(0, await database.Offers.CountAsync(Cancellation));
        Assert.Equal(0, await database.Issuances.CountAsync(Cancellation));
        Assert.True(await database.Copies.CountAsync(Cancellation) >= entries);
        Assert.Equal(0, await database.Copies.CountAsync(copy => copy.Subject != null || copy.HolderKey != null || copy.OfferId != null, Cancellation));
    }

    private static async Task<(int Entries, DateTimeOffset LastDay)> ReadAsync(IssuingTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        var named = database.Copies.Where(copy => copy.Subject != null);
        return (await named.CountAsync(Cancellation), await named.MaxAsync(copy => copy.ExpiresAt, Cancellation));
    }

    private static Task RunAsync(IssuingTown town) => town.Services.GetRequiredService<RetentionRound>().RunRoundAsync(Cancellation);
}
