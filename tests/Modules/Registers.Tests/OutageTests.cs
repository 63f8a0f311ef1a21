using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Registers.Tests;

public sealed class OutageTests
{
    [Fact]
    public async Task The_registers_fall_silent_and_come_back_by_request()
    {
        await using var town = await RegistersTown.StartAsync(demo: true);
        var person = town.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible).First();
        var residents = town.Services.GetRequiredService<IResidentRegister>();
        var vehicles = town.Services.GetRequiredService<IVehicleRegister>();

        await SwitchAsync(town, resident: true, vehicle: false);
        Assert.IsType<RegisterAnswer<Resident>.Unreachable>(await residents.ReadAsync(person.Id, TestContext.Current.CancellationToken));
        Assert.IsType<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found>(await vehicles.FindByKeeperAsync(person.Id, TestContext.Current.CancellationToken));

        await SwitchAsync(town, resident: false, vehicle: true);
        Assert.IsType<RegisterAnswer<Resident>.Found>(await residents.ReadAsync(person.Id, TestContext.Current.CancellationToken));
        Assert.IsType<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Unreachable>(await vehicles.FindByKeeperAsync(person.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_switches_registers_without_the_key()
    {
        await using var town = await RegistersTown.StartAsync(demo: true);
        var answer = await town.Client().PostAsJsonAsync("/management/v1/demo/registers/outage", new { resident = true, vehicle = true }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_town_that_is_no_demo_has_no_made_up_people()
    {
        await using var town = await RegistersTown.StartAsync(demo: false);
        Assert.Empty(town.Services.GetRequiredService<DemoPersons>().All);
        Assert.IsType<RegisterAnswer<Resident>.Unreachable>(
            await town.Services.GetRequiredService<IResidentRegister>().ReadAsync(new ResidentId("1"), TestContext.Current.CancellationToken));
        var answer = await PostAsync(town, resident: true, vehicle: true);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_seed_and_the_size_of_the_demo_town_are_settings()
    {
        var towns = new List<string>();
        foreach (var (seed, count) in ((string, string)[])[("1", "300"), ("1", "300"), ("2", "400")])
        {
                await using var town = await RegistersTown.StartAsync(demo: true, ("Registers:Demo:Seed", seed), ("Registers:Demo:Count", count));
            var persons = town.Services.GetRequiredService<DemoPersons>().All;
            Assert.Equal(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), persons.Count);
            towns.Add(string.Join('\n', persons));
        }

        Assert.Equal(towns[0], towns[1]);
        Assert.NotEqual(towns[1], towns[2]);
    }

    [Theory]
    [InlineData("Registers:Demo:Count", "99")]
    [InlineData("Registers:Demo:Seed", "-1")]
    [InlineData("Registers:TimeoutMilliseconds", "0")]
    public async Task A_setting_out_of_range_stops_the_start(string key, string value)
    {
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => RegistersTown.StartAsync(demo: true, (key, value)));
    }

    private static async Task SwitchAsync(RegistersTown town, bool resident, bool vehicle) =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(town, resident, vehicle)).StatusCode);

    private static Task<HttpResponseMessage> PostAsync(RegistersTown town, bool resident, bool vehicle) =>
        town.ManagementClient().PostAsJsonAsync("/management/v1/demo/registers/outage", new { resident, vehicle });
}
