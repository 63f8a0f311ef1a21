using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Office;

/// <summary>Where the town states no basis for decisions by a program, a clerk releases each one (§ 35a VwVfG NRW).</summary>
public sealed class ReleaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task On_a_stated_basis_the_program_decides_and_the_decision_names_it(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await (await town.CitizenAsync()).GetPermitAsync();
        await (await town.CitizenAsync(DemoStory.NoVehicle)).ShowCitizenIdAsync();

        var decisions = await town.ReadAsync(database => database.Decisions.ToListAsync(Cancellation));
        Assert.Equal(2, decisions.Count);
        Assert.All(decisions, decision => Assert.Equal("system", decision.DecidedBy));
        Assert.All(decisions, decision => Assert.StartsWith("§ 35a VwVfG NRW", decision.LegalBasis, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Without_a_basis_neither_a_grant_nor_a_refusal_is_decided_by_the_program(DatabaseKind kind)
    {
        using var files = new TownFiles("automation_basis");
        await using var town = await Staff.StartTownAsync(kind, files.Setting);
        var (eligible, without) = (await town.CitizenAsync(), await town.CitizenAsync(DemoStory.NoVehicle));

        var confirmed = await eligible.GetPermitAsync();
        Assert.Equal(eligible.PagePath, confirmed.Onwards);
        var page = await eligible.OpenApplicationAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("wartet auf die Freigabe", page.Html, StringComparison.Ordinal);
        Assert.Contains("wartet auf die Freigabe", (await without.ShowCitizenIdAsync()).Html, StringComparison.Ordinal);

        var waiting = await town.ReadAsync(database => database.Applications.ToListAsync(Cancellation));
        Assert.All(waiting, application => Assert.Equal((ApplicationState.WaitingForClerk, true), (application.State, application.AwaitsRelease)));
        Assert.All(waiting, application => Assert.Equal("urn:modellstadt:parking:awaits-release", StoredRefusal.Read(application.Refusal!).Type));
        Assert.Empty(await town.ReadAsync(database => database.Decisions.ToListAsync(Cancellation)));
        Assert.Empty(await town.ReadAsync(database => database.Permits.ToListAsync(Cancellation)));
    }
}
