using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Changes;

/// <summary>Each action of the holder demands a level of the sign-in: a passkey alone looks and renews, the citizen ID changes.</summary>
[Collection(SharedTowns.Name)]
public sealed class LevelTests(PermitTowns towns)
{
    private const string SignIn = "/account/sign-in?returnUrl=%2Fpermit%2Fmine";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_action_of_the_holder_has_a_level_and_none_demands_more_than_the_citizen_ID_gives() =>
        Assert.All(Enum.GetValues<HolderAction>(), action => Assert.InRange(HolderActions.LevelOf(action), AssuranceLevel.Low, AssuranceLevel.Substantial));

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_weak_sign_in_sees_the_permit_and_is_asked_for_the_citizen_ID_before_it_is_given_back(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        await SignInWeaklyAsync(town, citizen);
        var mine = await citizen.OpenMineAsync();
        Assert.Contains((await town.PermitOfAsync(citizen)).PermitNumber, mine.Html, StringComparison.Ordinal);

        Assert.Equal(SignIn, (await citizen.SendReturnAsync(mine)).Onwards);
        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);

        var again = await citizen.SignInAsync(citizen.Browser);
        Assert.StartsWith("/permit/mine/changes/", (await citizen.SendReturnAsync(again)).Onwards, StringComparison.Ordinal);
        Assert.NotEqual(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
    }

    /// <summary>Attack 29: the card goes to no other phone by a passkey alone, and no plate is put in its place.</summary>
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Attack_29_A_weak_sign_in_neither_fetches_the_card_nor_changes_plates_nor_reads_all_data(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var before = await town.PermitOfAsync(citizen);
        await SignInWeaklyAsync(town, citizen);
        var mine = await citizen.OpenMineAsync();

        Assert.Equal(SignIn, (await citizen.Browser.SendFormAsync("/permit/mine/card", ("device", "same"))).Onwards);
        Assert.Equal(SignIn, (await citizen.SendChangeAsync(mine, "TemporaryPlate", ("plate", "GE-DI 1"), ("from", "2026-11-25"), ("until", "2026-11-25"))).Onwards);
        Assert.StartsWith("/account/sign-in?", (await citizen.Browser.OpenAsync("/permit/mine/data")).Onwards, StringComparison.Ordinal);
        var after = await town.PermitOfAsync(citizen);
        Assert.Equal((before.Revision, before.Plates), (after.Revision, after.Plates));

        await citizen.SignInAsync(citizen.Browser);
        Assert.NotEqual(SignIn, (await citizen.Browser.SendFormAsync("/permit/mine/card", ("device", "same"))).Onwards);
    }

    /// <summary>What a sign-in by passkey alone leads to.</summary>
    private static async Task SignInWeaklyAsync(PermitTown town, Citizen citizen)
    {
        var resident = (await town.PermitOfAsync(citizen)).ResidentId;
        await town.Services.GetRequiredService<CitizenSessions>().OpenAsync(town.Random.NewId(), resident, AssuranceLevel.Low, citizen.Browser.Session, Cancellation);
    }
}
