using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>Fresh copies of a permit, without the person.</summary>
[Collection(SharedTowns.Name)]
public sealed class RenewPermitTests(PermitTowns towns)
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Fresh_copies_of_a_permit_say_what_holds_today(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var (renewal, permit) = await GrantedAsync(town);

        Assert.True((await renewal.RenewAsync(PermitSubject.Of(permit.Id), Cancellation)).Succeeded(out var renewed, out _));

        Assert.Equal(permit.PermitNumber, (string?)renewed.Claims["permit_number"]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_revoked_permit_gets_no_fresh_copies_and_neither_does_one_that_never_was(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var (renewal, permit) = await GrantedAsync(town);
        Assert.True((await renewal.RenewAsync(PermitSubject.Of(permit.Id), Cancellation)).Succeeded(out _, out _));

        await using (var database = await town.Services.GetRequiredService<IDbContextFactory<ParkingDb>>().CreateDbContextAsync(Cancellation))
            await database.Permits.Where(stored => stored.Id == permit.Id).ExecuteUpdateAsync(row => row.SetProperty(stored => stored.State, PermitState.Revoked), Cancellation);

        Assert.False((await renewal.RenewAsync(PermitSubject.Of(permit.Id), Cancellation)).Succeeded(out _, out _));
        Assert.False((await renewal.RenewAsync(PermitSubject.Of(Guid.Empty), Cancellation)).Succeeded(out _, out _));
    }

    private static async Task<(ICredentialRenewal, Permit)> GrantedAsync(PermitTown town)
    {
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        return (town.Services.GetServices<ICredentialRenewal>().Single(one => one.ConfigurationId == "resident-parking-permit"), await town.PermitOfAsync(citizen));
    }
}
