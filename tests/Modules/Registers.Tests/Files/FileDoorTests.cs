using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Registers.Tests;

/// <summary>Registers that come as files: taken over whole or not at all, and the last good one stays.</summary>
public sealed class FileDoorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_registers_answer_from_the_files_and_still_do_after_a_restart(DatabaseKind kind)
    {
        await using var supplier = await Supplier.StartAsync(kind);
        Assert.IsType<RegisterAnswer<Resident>.Unreachable>(await supplier.Town.Residents.ReadAsync(new("1"), Cancellation));
        Assert.IsType<RegisterAnswer<KeptVehicle>.Unreachable>(await supplier.Town.Vehicles.FindByPlateAsync("GE-AB 123", Cancellation));
        await supplier.DropAsync(Supplier.Erika + Supplier.Karl, Supplier.Golf + Supplier.Van);
        File.Delete(Path.Combine(supplier.Folder, "residents.csv"));
        await supplier.Town.RestartAsync();

        var query = new ResidentQuery(new PersonName("Erika", "Mueller Lukaszewska"), new DateOnly(1964, 8, 12), null, null);
        var erika = Assert.IsType<RegisterAnswer<Resident>.Found>(await supplier.Town.Residents.FindAsync(query, Cancellation)).Value;
        Assert.Equal(("1", "Georgstraße 17a", false), (erika.Id.Value, erika.MainResidenceOn(new(2026, 11, 24))?.Address.StreetAddress, erika.Deceased));
        var karl = Assert.IsType<RegisterAnswer<Resident>.Found>(await supplier.Town.Residents.ReadAsync(new("2"), Cancellation)).Value;
        Assert.Equal([ResidenceKind.Secondary, ResidenceKind.Main], karl.Residences.Select(home => home.Kind));
        Assert.IsType<RegisterAnswer<Resident>.NotFound>(await supplier.Town.Residents.ReadAsync(new("3"), Cancellation));

        var golf = Assert.IsType<RegisterAnswer<KeptVehicle>.Found>(await supplier.Town.Vehicles.FindByPlateAsync("ge-ab123", Cancellation)).Value;
        Assert.Equal((erika.Id, VehicleKind.Car, 4284), (golf.KeeperId, golf.Vehicle.Kind, golf.Vehicle.LengthMillimetres));
        var van = Assert.Single(Assert.IsType<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found>(await supplier.Town.Vehicles.FindByKeeperAsync(karl.Id, Cancellation)).Value);
        Assert.Equal((KeeperKind.Company, "Dach; \"Nord\" GmbH"), (van.Keeper, van.KeeperName));
        Assert.Empty(Assert.IsType<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found>(await supplier.Town.Vehicles.FindByKeeperAsync(new("3"), Cancellation)).Value);
        Assert.IsType<RegisterAnswer<KeptVehicle>.NotFound>(await supplier.Town.Vehicles.FindByPlateAsync("GE-X 1", Cancellation));
        Assert.Equal(HealthStatus.Healthy, (await supplier.HealthAsync()).Status);
    }

    [Fact]
    public async Task A_block_of_information_passes_through()
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite);
        await supplier.DropAsync(Supplier.Erika.Replace(";0;0;", ";0;1;", StringComparison.Ordinal), Supplier.Golf);
        Assert.True(Assert.IsType<RegisterAnswer<Resident>.Found>(await supplier.Town.Residents.ReadAsync(new("1"), Cancellation)).Value.Blocked);
    }

    [Theory]
    [InlineData("1964-08-12", "12.08.1964", 2, "birth_date", nameof(ExportProblemKind.WrongForm))]
    [InlineData("1964-08-12", "", 2, "birth_date", nameof(ExportProblemKind.Empty))]
    [InlineData(";0;0;", ";no;0;", 2, "deceased", nameof(ExportProblemKind.WrongForm))]
    [InlineData("Müller-Łukaszewska", "", 2, "family_name", nameof(ExportProblemKind.Empty))]
    [InlineData("Müller-Łukaszewska", "Mül\tler", 2, "family_name", nameof(ExportProblemKind.WrongForm))]
    [InlineData("17a", "", 2, "house_number", nameof(ExportProblemKind.Empty))]
    [InlineData("17a", "17-19", 2, "house_number", nameof(ExportProblemKind.WrongForm))]
    [InlineData("45879", "4587", 2, "postal_code", nameof(ExportProblemKind.WrongForm))]
    [InlineData("05513000", "5513000", 2, "ags", nameof(ExportProblemKind.WrongForm))]
    [InlineData("main", "first", 2, "residence_kind", nameof(ExportProblemKind.WrongForm))]
    [InlineData("2001-01-01;", "2001-01-01", 2, "", nameof(ExportProblemKind.WrongFieldCount))]
    [InlineData("Georgstraße", "\"Georgstraße", 2, "", nameof(ExportProblemKind.NotCsv))]
    [InlineData("2;Karl-Heinz;von der Heide;1950-02-28;0;0;main", "2;Karl;von der Heide;1950-02-28;0;0;main", 4, "resident_id", nameof(ExportProblemKind.Contradiction))]
    [InlineData("birth_date;", "born;", 1, "birth_date", nameof(ExportProblemKind.ColumnMissing))]
    [InlineData("birth_date;", "birth_date;religion;", 1, "", nameof(ExportProblemKind.ColumnUnknown))]
    [InlineData("birth_date;", "birth_date;birth_date;", 1, "", nameof(ExportProblemKind.ColumnUnknown))]
    public async Task One_broken_row_leaves_the_last_good_file_in_force_and_is_named(string part, string broken, int row, string column, string kind)
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite);
        await supplier.DropAsync(Supplier.Erika + Supplier.Karl, Supplier.Golf);
        var content = Supplier.ResidentColumns + Supplier.Erika + Supplier.Karl;
        supplier.Drop("residents", content.Replace(part, broken, StringComparison.Ordinal));
        await supplier.LookAsync();

        Assert.IsType<RegisterAnswer<Resident>.Found>(await supplier.Town.Residents.ReadAsync(new("1"), Cancellation));
        var problem = await ProblemAsync(supplier);
        Assert.Equal((row, column, kind), ((int)problem["row"]!, (string)problem["column"]!, (string)problem["kind"]!));
        var health = await supplier.HealthAsync();
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.DoesNotContain("Erika", health.Entries["register-exports"].Description + problem, StringComparison.Ordinal);
        Assert.Empty(supplier.Recipient.Taken);

        supplier.Drop("residents", content);
        await supplier.LookAsync();
        Assert.Equal(HealthStatus.Healthy, (await supplier.HealthAsync()).Status);
    }

    [Theory]
    [InlineData("GE-AB 123", "GEAB123", "plate", nameof(ExportProblemKind.WrongForm))]
    [InlineData(";4284;", ";0;", "length_mm", nameof(ExportProblemKind.WrongForm))]
    [InlineData(";car;", ";bus;", "kind", nameof(ExportProblemKind.WrongForm))]
    [InlineData(";private;", ";;", "keeper_kind", nameof(ExportProblemKind.Empty))]
    [InlineData("GE-C 9", "ge-ab123", "plate", nameof(ExportProblemKind.Contradiction))]
    public async Task A_broken_vehicle_is_named_too(string part, string broken, string column, string kind)
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite);
        await supplier.DropAsync(Supplier.Erika, (Supplier.Golf + Supplier.Van).Replace(part, broken, StringComparison.Ordinal));
        var problem = await ProblemAsync(supplier, "vehicles");
        Assert.Equal((column, kind), ((string)problem["column"]!, (string)problem["kind"]!));
        Assert.IsType<RegisterAnswer<KeptVehicle>.Unreachable>(await supplier.Town.Vehicles.FindByPlateAsync("GE-AB 123", Cancellation));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_refused()
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite);
        supplier.Drop("residents", Encoding.Latin1.GetBytes(Supplier.ResidentColumns + Supplier.Erika.Replace("Ł", "L", StringComparison.Ordinal)));
        await supplier.LookAsync();
        Assert.Equal("NotUtf8", (string)(await ProblemAsync(supplier))["kind"]!);
    }

    [Fact]
    public async Task A_file_that_does_not_fit_its_checksum_waits_until_it_does()
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite);
        var content = Encoding.UTF8.GetBytes(Supplier.ResidentColumns + Supplier.Erika);
        supplier.Drop("residents", content, new string('0', 64));
        await supplier.LookAsync();
        Assert.Equal("WrongChecksum", (string)(await ProblemAsync(supplier))["kind"]!);
        supplier.Drop("residents", content, "not a checksum");
        await supplier.LookAsync();
        Assert.Equal("WrongChecksum", (string)(await ProblemAsync(supplier))["kind"]!);
        supplier.Drop("residents", content);
        await supplier.LookAsync();
        Assert.IsType<RegisterAnswer<Resident>.Found>(await supplier.Town.Residents.ReadAsync(new("1"), Cancellation));
    }

    [Fact]
    public async Task A_file_without_its_checksum_is_not_finished()
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite);
        supplier.Drop("residents", Supplier.ResidentColumns + Supplier.Erika);
        File.Delete(Path.Combine(supplier.Folder, "residents.csv.sha256"));
        await supplier.LookAsync();
        Assert.IsType<RegisterAnswer<Resident>.Unreachable>(await supplier.Town.Residents.ReadAsync(new("1"), Cancellation));
    }

    [Fact]
    public async Task A_file_beyond_the_limits_is_refused_unread()
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite, ("Registers:Residents:MostMegabytes", "1"), ("Registers:Residents:MostRows", "3"));
        supplier.Drop("residents", Supplier.ResidentColumns + Supplier.Erika + Supplier.Karl + Supplier.Erika.Replace("1;", "3;", StringComparison.Ordinal));
        await supplier.LookAsync();
        Assert.Equal("TooManyRows", (string)(await ProblemAsync(supplier))["kind"]!);
        supplier.Drop("residents", Supplier.ResidentColumns + Supplier.Erika + new string('\n', 1024 * 1024));
        await supplier.LookAsync();
        Assert.Equal("TooLarge", (string)(await ProblemAsync(supplier))["kind"]!);
    }

    [Fact]
    public async Task An_export_that_lacks_too_many_people_is_not_believed()
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite, ("Registers:Residents:MostGone", "1"));
        string Person(int number) => Supplier.Erika.Replace("1;Erika", $"{number};Erika", StringComparison.Ordinal);
        await supplier.DropAsync(string.Concat(Enumerable.Range(1, 50).Select(Person)), Supplier.Golf);
        await supplier.DropAsync(string.Concat(Enumerable.Range(1, 48).Select(Person)), Supplier.Golf);
        Assert.Equal("TooManyGone", (string)(await ProblemAsync(supplier))["kind"]!);
        Assert.IsType<RegisterAnswer<Resident>.Found>(await supplier.Town.Residents.ReadAsync(new("50"), Cancellation));

        await supplier.DropAsync(string.Concat(Enumerable.Range(1, 50).Select(Person)).Replace("12;0;0;", "12;1;0;", StringComparison.Ordinal), Supplier.Golf);
        Assert.Equal("TooManyGone", (string)(await ProblemAsync(supplier))["kind"]!);
        await supplier.DropAsync(string.Concat(Enumerable.Range(1, 49).Select(Person)), Supplier.Golf);
        Assert.IsType<RegisterChange.MovedAway>(Assert.Single(await supplier.Recipient.WaitForAsync(1)));
    }

    [Fact]
    public async Task Nights_without_a_file_are_told()
    {
        await using var supplier = await Supplier.StartAsync(DatabaseKind.Sqlite);
        Assert.Contains("no good export residents yet", (await supplier.HealthAsync()).Entries["register-exports"].Description, StringComparison.Ordinal);
        await supplier.DropAsync(Supplier.Erika, Supplier.Golf);
        supplier.Town.Time.Now += TimeSpan.FromHours(37);
        Assert.Contains("last good export residents is of 2026-11-24", (await supplier.HealthAsync()).Entries["register-exports"].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Registers:Residents:Source", "Demo", "Registers:Residents:Source is Demo, but Town:Demo is false")]
    [InlineData("Registers:Vehicles:Source", "Files", "Registers:Vehicles:Folder names no folder")]
    [InlineData("Registers:Vehicles:MostGonePercent", "101", "MostGonePercent")]
    public async Task A_door_that_cannot_open_stops_the_start_with_a_sentence(string key, string value, string sentence)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => RegistersTown.StartAsync(demo: false, (key, value)));
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<JsonObject> ProblemAsync(Supplier supplier, string register = "residents")
    {
        var states = await supplier.Town.ManagementClient().GetFromJsonAsync<JsonArray>("/management/v1/registers", Cancellation);
        var state = Assert.Single(states!, state => (string)state!["register"]! == register)!;
        return state["problems"]![0]!.AsObject();
    }
}
