using System.Data.Common;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Bench.Renewals;

/// <summary>Permits of made-up people who are still entitled, each ending in two weeks, written straight into the tables with their first term and notice.</summary>
internal static class EntitledPermits
{
    private const string Ags = "05513000";

    private const string Permit =
        """
        INSERT INTO permits (id, ags, permit_number, resident_id, plates, zone, zone_name, valid_from, valid_until, state, application_id, fee_notice_id, issued_at, rule_version, changed_at)
        VALUES (@id, @ags, @number, @resident, @plate, @zone, @name, @from, @until, 'Active', @id, @id, @now, 'benchmark', @now)
        """;

    private const string Term = "INSERT INTO permit_terms (id, permit_id, valid_from, valid_until, amount_cents, fee_notice_id) VALUES (@id, @id, @from, @until, 3000, @id)";

    private const string Notice =
        """
        INSERT INTO fee_notices (id, ags, permit_id, application_id, reference, addressee_name, addressee_street, addressee_place, amount_cents, fee_rule_id, demo, issued_on, due_on, occasion)
        VALUES (@id, @ags, @id, @id, @number, 'Benchmark', 'Benchmark', 'Benchmark', 3000, 'benchmark', @demo, @from, @from, 'FirstPermit')
        """;

    /// <summary>Writes them; how many there are.</summary>
    public static async Task<int> WriteAsync(Scene scene, int most)
    {
        await using var connection = scene.Database.Connect(scene.Town, "parking");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var until = DateOnly.FromDateTime(scene.Time.GetUtcNow().UtcDateTime).AddDays(14);
        var count = 0;
        foreach (var (resident, plate, zone) in Entitled().Take(most))
        {
            (string, object)[] values =
            [
                ("id", scene.Random.NewId().ToString("D")), ("ags", Ags), ("number", $"BENCH-{count:000000}"), ("resident", resident.Value), ("plate", plate), ("zone", zone.ZoneId), ("name", zone.Name),
                ("from", TownCalendar.Iso(until.AddMonths(-12).AddDays(1))), ("until", TownCalendar.Iso(until)), ("now", scene.Time.GetUtcNow().ToUnixTimeMilliseconds()), ("demo", true),
            ];
            foreach (var sql in new[] { Permit, Term, Notice })
                await WriteAsync(connection, transaction, sql, values.Where(value => sql.Contains($"@{value.Item1}", StringComparison.Ordinal)));
            count++;
        }

        await transaction.CommitAsync();
        return count;
    }

    /// <summary>The people of the same made-up town as the running one, as its registers know them.</summary>
    private static IEnumerable<(ResidentId Resident, string Plate, ParkingZone Zone)> Entitled()
    {
        var facts = ProductFiles.PathOf("data");
        var zones = new FactFiles(facts).Of(Ags, withOverlay: true).Zones;
        var town = DemoTown.Build(new RegistersOptions().Demo.Seed, RenewalFigures.Persons, DemoStreets.Read(facts, Ags), Ags, "Gelsenkirchen");
        foreach (var person in town.Persons.Where(person => person.Story is DemoStory.Eligible or DemoStory.SeveralVehicles or DemoStory.NameWrittenDifferently or DemoStory.MovedInsideTown))
        {
            var home = town.Find(person.Id)!.Residences.First(residence => residence is { Kind: ResidenceKind.Main, Until: null }).Address;
            if (zones.Find(home.Street, home.HouseNumber) is ZoneAnswer.InZone(var zone) && LicensePlate.Parse(town.VehiclesOf(person.Id)[0].Plate, new HashSet<string> { "GE" }) is { } plate)
                yield return (person.Id, plate.ToString(), zone);
        }
    }

    private static async Task WriteAsync(DbConnection connection, DbTransaction transaction, string sql, IEnumerable<(string Name, object Value)> values)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }
}
