using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>What is kept of a decision, and what waits for one.</summary>
[Collection(SharedTowns.Name)]
public sealed class DecisionRecordTests(PermitTowns towns)
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_permit_comes_with_its_decision_and_its_first_term(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();

        var permit = await town.PermitOfAsync(citizen);
        var decision = await DecisionOnAsync(town, citizen);
        Assert.Equal((DecisionOutcome.Granted, permit.Id, "system", permit.RuleVersion), (decision!.Outcome, decision.PermitId, decision.DecidedBy, decision.RuleVersion));
        var facts = DecisionFacts.Read(decision.Facts);
        Assert.Equal(citizen.Person.Id, facts.Registers!.Resident.Id);
        Assert.Equal(permit.Zone, facts.Proposal!.ZoneId);
        var term = await town.ReadAsync(database => database.PermitTerms.SingleAsync(term => term.PermitId == permit.Id, Cancellation));
        Assert.Equal((permit.ValidFrom, permit.ValidUntil, permit.FeeNoticeId), (term.ValidFrom, term.ValidUntil, term.FeeNoticeId));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refusal_is_a_decision_too(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync(DemoStory.OutsideZones);

        await citizen.ShowCitizenIdAsync();

        var decision = await DecisionOnAsync(town, citizen);
        Assert.Equal((DecisionOutcome.Refused, null), (decision!.Outcome, decision.PermitId));
        Assert.Equal("urn:modellstadt:parking:not-in-any-zone", StoredRefusal.Read(decision.Refusal!).Type);
    }

    [Theory]
    [InlineData(DemoStory.SideOfStreetUnknown, "ask-office")]
    [InlineData(DemoStory.CompanyCar, "company-vehicle")]
    public async Task What_no_rule_decides_waits_for_a_clerk(DemoStory story, string type)
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync(story);

        await AssertWithOfficeAsync(town, citizen, await citizen.ShowCitizenIdAsync(), type);
    }

    [Fact]
    public async Task A_plate_of_unknown_form_in_the_register_waits_for_a_clerk()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        town.Registers.Change(citizen.Person.Id, vehicles => [.. vehicles.Select(vehicle => vehicle with { Plate = "Y-123 456" })]);

        await AssertWithOfficeAsync(town, citizen, await citizen.ShowCitizenIdAsync(), "unknown-plate-form");
    }

    [Fact]
    public async Task An_entry_that_gives_no_information_waits_for_a_clerk()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        town.Registers.Change(citizen.Person.Id, resident => resident with { Blocked = true });

        await AssertWithOfficeAsync(town, citizen, await citizen.ShowCitizenIdAsync(), "person-unclear");
    }

    private static async Task AssertWithOfficeAsync(PermitTown town, Citizen citizen, Page page, string type)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Ihr Antrag liegt beim Amt", page.Html, StringComparison.Ordinal);
        var application = await town.ReadAsync(database => database.Applications.SingleAsync(stored => stored.Id == citizen.Application, Cancellation));
        Assert.Equal(ApplicationState.WaitingForClerk, application.State);
        Assert.Equal($"urn:modellstadt:parking:{type}", StoredRefusal.Read(application.Refusal!).Type);
        Assert.Null(await DecisionOnAsync(town, citizen));
    }

    private static Task<Decision?> DecisionOnAsync(PermitTown town, Citizen citizen) =>
        town.ReadAsync(database => database.Decisions.SingleOrDefaultAsync(decision => decision.ApplicationId == citizen.Application, Cancellation));
}
