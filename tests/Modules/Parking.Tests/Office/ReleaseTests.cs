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

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_releases_a_prepared_grant_with_one_tap_and_is_the_one_who_decided(DatabaseKind kind)
    {
        using var files = new TownFiles("automation_basis");
        await using var town = await Staff.StartTownAsync(kind, files.Setting);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains($"/office/cases/{citizen.Application}", (await clerk.OpenAsync("/office/cases?kind=releases")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/office/cases/{citizen.Application}", (await clerk.OpenAsync("/office/cases")).Html, StringComparison.Ordinal);

        var released = await clerk.ActAsync(citizen.Application, "finding", ("finding", "release"));

        Assert.Contains("nichts mehr zu entscheiden", released.Html, StringComparison.Ordinal);
        var decision = await town.DecisionAsync(citizen.Application);
        Assert.Equal(DecisionOutcome.Granted, decision!.Outcome);
        Assert.StartsWith("staff/", decision.DecidedBy, StringComparison.Ordinal);
        Assert.Null(decision.LegalBasis);
        Assert.IsType<Released>(DecisionFacts.Read(decision.Facts).Registers!.Findings.All.Single());
        Assert.Contains("Ausweis annehmen", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
        Assert.Null((await town.ApplicationAsync(citizen.Application)).Findings);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_releases_a_prepared_refusal(DatabaseKind kind)
    {
        using var files = new TownFiles("automation_basis");
        await using var town = await Staff.StartTownAsync(kind, files.Setting);
        var citizen = await town.CitizenAsync(DemoStory.NoVehicle);
        await citizen.ShowCitizenIdAsync();

        await (await town.SignInAsync("Clerk")).ActAsync(citizen.Application, "finding", ("finding", "release"));

        var decision = await town.DecisionAsync(citizen.Application);
        Assert.Equal((DecisionOutcome.Refused, null), (decision!.Outcome, decision.LegalBasis));
        Assert.Equal("urn:modellstadt:parking:no-vehicle", StoredRefusal.Read(decision.Refusal!).Type);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await citizen.OpenApplicationAsync()).Status);
    }

    [Fact]
    public async Task What_changed_after_the_clerk_looked_is_not_released()
    {
        using var files = new TownFiles("automation_basis");
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite, files.Setting);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var clerk = await town.SignInAsync("Clerk");
        await clerk.OpenCaseAsync(citizen.Application);

        await clerk.ActOnAsync(citizen.Application, "finding", ("finding", "release"), ("prepared", "grant D1; GE-XX 1; 12 months; EUR 0.00"));

        Assert.True((await town.ApplicationAsync(citizen.Application)).AwaitsRelease);
        Assert.Null(await town.DecisionAsync(citizen.Application));
        await clerk.ActAsync(citizen.Application, "finding", ("finding", "release"));
        Assert.Equal(DecisionOutcome.Granted, (await town.DecisionAsync(citizen.Application))!.Outcome);
    }
}
