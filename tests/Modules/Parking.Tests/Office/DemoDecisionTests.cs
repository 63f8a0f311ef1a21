using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Tests.Office;

/// <summary>What the rules say to every made-up person of the demo town.</summary>
public sealed class DemoDecisionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nine_of_ten_eligible_persons_need_no_clerk_and_each_other_one_reads_why()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var rules = town.Services.GetRequiredService<TownRules>().Today;
        var persons = town.Services.GetRequiredService<DemoPersons>().All.Where(person => person.Story is not (DemoStory.NameUnknown or DemoStory.Ambiguous)).ToArray();
        var (granted, withClerk) = (0, 0);

        foreach (var person in persons)
        {
            var refusal = Decide(rules, await FactsAsync(town.Services, person)).Refusal;
            granted += refusal is null ? 1 : 0;
            // A death is no entitlement: somebody else uses the card.
            withClerk += refusal is OfficeDecides && person.Story is not DemoStory.Deceased ? 1 : 0;
            if (refusal is not null)
                Assert.All([refusal.In(Language.German), refusal.In(Language.English)], words => Assert.All([words.Title, words.Sentence, words.NextStep], Assert.NotEmpty));
        }

        Assert.NotEqual(0, withClerk);
        var share = (double)granted / (granted + withClerk);
        Assert.True(share >= 0.9, $"{granted} of {granted + withClerk} eligible persons ({share:P1}) need no clerk.");
    }

    [Theory]
    [InlineData(DemoStory.Eligible, null)]
    [InlineData(DemoStory.SeveralVehicles, null)]
    [InlineData(DemoStory.NameWrittenDifferently, null)]
    [InlineData(DemoStory.MovedInsideTown, null)]
    [InlineData(DemoStory.MovedAway, typeof(NotResident))]
    [InlineData(DemoStory.SecondaryResidence, typeof(SecondaryResidence))]
    [InlineData(DemoStory.NoVehicle, typeof(NoVehicle))]
    [InlineData(DemoStory.CompanyCar, typeof(CompanyVehicle))]
    [InlineData(DemoStory.VehicleNotAllowed, typeof(VehicleNotAllowed))]
    [InlineData(DemoStory.VehicleTooLarge, typeof(VehicleTooLarge))]
    [InlineData(DemoStory.OutsideZones, typeof(NotInAnyZone))]
    [InlineData(DemoStory.HouseNumberOutsideZone, typeof(OutsideNumbers))]
    [InlineData(DemoStory.SideOfStreetUnknown, typeof(AskOffice))]
    [InlineData(DemoStory.Deceased, typeof(PersonUnclear))]
    [InlineData(DemoStory.Blocked, typeof(PersonUnclear))]
    public async Task Each_story_of_the_demo_town_has_one_answer(DemoStory story, Type? refusal)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var rules = town.Services.GetRequiredService<TownRules>().Today;
        foreach (var person in town.Services.GetRequiredService<DemoPersons>().Of(story).Take(10))
            Assert.Equal(refusal, Decide(rules, await FactsAsync(town.Services, person)).Refusal?.GetType());
    }

    private static async Task<PermitFacts> FactsAsync(IServiceProvider services, DemoPerson person)
    {
        var resident = await services.GetRequiredService<IResidentRegister>().ReadAsync(person.Id, Cancellation);
        var vehicles = await services.GetRequiredService<IVehicleRegister>().FindByKeeperAsync(person.Id, Cancellation);
        return new PermitFacts(
            new DateOnly(2026, 11, 24), Assert.IsType<RegisterAnswer<Resident>.Found>(resident).Value, Assert.IsType<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found>(vehicles).Value, Held: null);
    }

    /// <summary>The decision on whatever is preselected in the form.</summary>
    private static Outcome<PermitGrant> Decide(ParkingFacts town, PermitFacts facts)
    {
        if (!PermitRules.Propose(town, facts).Succeeded(out var proposal, out var refusal))
            return refusal;
        return PermitRules.Decide(town, facts, new PermitWish([proposal.Vehicles[0].Key], proposal.Vehicles[0].Terms[0].Months, NoOwnSpace: true));
    }
}
