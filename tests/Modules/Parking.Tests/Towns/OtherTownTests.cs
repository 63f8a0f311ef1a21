using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Towns;

/// <summary>The same program in another town, by configuration alone: its people live there, its rules decide.</summary>
public sealed partial class OtherTownTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task In_Aachen_the_fee_is_length_times_width(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind, "05334002", "Aachen");
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();

        var permit = await town.PermitOfAsync(citizen);
        var notice = await town.ReadAsync(database => database.FeeNotices.SingleAsync(notice => notice.PermitId == permit.Id, Cancellation));
        var car = Assert.Single(await VehiclesAsync(town, citizen));
        var exact = car.LengthMillimetres / 1000m * (car.WidthMillimetres / 1000m) * 30 + 15;
        Assert.Equal(decimal.Round(exact, 2, MidpointRounding.AwayFromZero), notice.Euros);
        Assert.Equal("aachen-area-2025-05-01", notice.FeeRuleId);
        Assert.StartsWith("AC-", permit.PermitNumber, StringComparison.Ordinal);
        Assert.Equal("Aachen", notice.AddresseePlace.Split(' ', 2)[1]);
    }

    [Fact]
    public async Task In_Aachen_a_secondary_residence_is_enough_and_the_terms_are_3_6_and_12_months()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite, "05334002", "Aachen");
        var citizen = await town.CitizenAsync(DemoStory.SecondaryResidence);
        var proposal = await citizen.ShowCitizenIdAsync();

        Assert.Equal(["12", "6", "3"], Months().Matches(proposal.Html).Select(month => month.Groups[1].Value).Distinct());
        await citizen.ConfirmAsync(proposal, months: "3");
        var permit = await town.PermitOfAsync(citizen);
        Assert.Equal(permit.ValidFrom.AddMonths(3).AddDays(-1), permit.ValidUntil);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task In_Wuppertal_up_to_three_plates_stand_on_one_permit(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind, "05124000", "Wuppertal");
        var citizen = await WithVehiclesAsync(town, 2);
        var proposal = await citizen.ShowCitizenIdAsync();
        var offered = Vehicles().Matches(proposal.Html).Select(vehicle => vehicle.Groups[1].Value).Distinct().ToArray();
        Assert.True(offered.Length >= 2);

        await citizen.Browser.SendFormAsync($"{citizen.PagePath}/confirmation",
            [.. offered.Take(3).Select(plate => ("vehicle", plate)), ("months", "12"), ("no_own_space", "true")]);

        var permit = await town.PermitOfAsync(citizen);
        Assert.Equal(Math.Min(3, offered.Length), permit.EachPlate.Count);
        var notice = await town.ReadAsync(database => database.FeeNotices.SingleAsync(notice => notice.PermitId == permit.Id, Cancellation));
        Assert.Equal((30m, "wuppertal-flat-initial"), (notice.Euros, notice.FeeRuleId));
        var warden = await town.SignInAsync("Warden");
        foreach (var plate in permit.EachPlate)
            Assert.Equal("valid", await warden.StateOfAsync(plate));
    }

    [Fact]
    public async Task In_Wuppertal_a_motorhome_of_6_metres_gets_a_permit_since_the_town_limits_no_size()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite, "05124000", "Wuppertal");
        var citizen = await town.CitizenAsync(DemoStory.VehicleTooLarge);
        await citizen.GetPermitAsync();

        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_broken_street_list_leaves_its_streets_to_the_office_and_the_permit_office_goes_on(DatabaseKind kind)
    {
        using var facts = new BrokenStreetList();
        await using var town = await StartAsync(kind, "05513000", "Gelsenkirchen", ("Town:FactsDirectory", facts.Directory));

        // Everybody whose street is listed properly gets a permit as ever.
        var untouched = await LivingInAsync(town, street => street is not ("Demo-Lindenstraße" or "Demo-Zechenallee"));
        await untouched.GetPermitAsync();
        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(untouched)).State);

        // A street whose range ends before it begins, and one that two zones name: a clerk decides, with the reason.
        foreach (var (street, question) in new[] { ("Demo-Zechenallee", "BrokenRange"), ("Demo-Lindenstraße", "SeveralZones") })
        {
            var citizen = await LivingInAsync(town, written => written == street);
            await citizen.ShowCitizenIdAsync();
            var application = await town.ReadAsync(database => database.Applications.SingleAsync(one => one.Id == citizen.Application, Cancellation));
            Assert.Equal(ApplicationState.WaitingForClerk, application.State);
            Assert.Contains(question == "BrokenRange" ? "nicht richtig angegeben" : "bei mehreren Zonen", JsonNode.Parse(application.Refusal!)!["German"]!["Sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        }

        // The rules' page names both faults.
        var page = (await (await town.SignInAsync("Clerk")).OpenAsync("/office/rules/0")).Html;
        Assert.Contains("„60 bis 1“ ist kein Bereich von Hausnummern", page, StringComparison.Ordinal);
        Assert.Contains("steht bei mehreren Zonen (P, S)", page, StringComparison.Ordinal);
    }

    [Theory, InlineData("05334002", "Aachen"), InlineData("05124000", "Wuppertal")]
    public async Task The_made_up_people_live_in_the_town_and_nine_in_ten_of_the_eligible_ones_need_no_clerk(string ags, string name)
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite, ags, name);
        var (rules, residents, vehicles) = (town.Services.GetRequiredService<TownRules>().Today, town.Services.GetRequiredService<IResidentRegister>(), town.Services.GetRequiredService<IVehicleRegister>());
        var eligible = town.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible).Take(300).ToArray();
        var decided = 0;
        foreach (var person in eligible)
        {
            var resident = Assert.IsType<RegisterAnswer<Resident>.Found>(await residents.ReadAsync(person.Id, Cancellation)).Value;
            Assert.All(resident.Residences.Where(home => home.Until is null), home => Assert.Equal(ags, home.Address.Ags));
            var kept = Assert.IsType<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found>(await vehicles.FindByKeeperAsync(person.Id, Cancellation)).Value;
            decided += PermitRules.Propose(rules, new PermitFacts(DateOnly.FromDateTime(town.Time.Now.Date), resident, kept, Held: null)).Refusal is null ? 1 : 0;
        }

        Assert.InRange(decided, eligible.Length * 9 / 10, eligible.Length);
    }

    private static Task<PermitTown> StartAsync(DatabaseKind kind, string ags, string name, params (string, string)[] more) =>
        Staff.StartTownAsync(kind, [("Town:Ags", ags), ("Town:Name", name), .. more]);

    private static async Task<IReadOnlyList<RegisteredVehicle>> VehiclesAsync(PermitTown town, Citizen citizen) =>
        Assert.IsType<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found>(await town.Services.GetRequiredService<IVehicleRegister>().FindByKeeperAsync(citizen.Person.Id, Cancellation)).Value;

    /// <summary>Somebody with at least so many vehicles that are no vans.</summary>
    private static async Task<Citizen> WithVehiclesAsync(PermitTown town, int count)
    {
        foreach (var person in town.Services.GetRequiredService<DemoPersons>().Of(DemoStory.SeveralVehicles))
        {
            var kept = await town.Services.GetRequiredService<IVehicleRegister>().FindByKeeperAsync(person.Id, Cancellation);
            if (kept is RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found(var vehicles) && vehicles.Count(vehicle => vehicle.Kind is not VehicleKind.LightGoodsVehicle) >= count)
                return await town.CitizenAsync(person);
        }

        throw new InvalidOperationException("Nobody has so many vehicles.");
    }

    private static async Task<Citizen> LivingInAsync(PermitTown town, Func<string, bool> street)
    {
        foreach (var person in town.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible))
        {
            var resident = Assert.IsType<RegisterAnswer<Resident>.Found>(await town.Services.GetRequiredService<IResidentRegister>().ReadAsync(person.Id, Cancellation)).Value;
            if (street(resident.Residences[0].Address.Street))
                return await town.CitizenAsync(person);
        }

        throw new InvalidOperationException("Nobody lives there.");
    }

    [GeneratedRegex("name=\"months\" value=\"([0-9]+)\"")]
    private static partial Regex Months();

    [GeneratedRegex("name=\"vehicle\" value=\"([^\"]+)\"")]
    private static partial Regex Vehicles();
}
