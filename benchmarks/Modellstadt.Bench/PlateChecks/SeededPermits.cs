using System.Data.Common;
using System.Globalization;

namespace Modellstadt.Bench.PlateChecks;

/// <summary>Permits written straight into the parking module's table: 20,000 applications would take longer than the measurement.</summary>
internal static class SeededPermits
{
    private const string Insert =
        """
        INSERT INTO permits (id, ags, permit_number, resident_id, plates, zone, zone_name, valid_from, valid_until, state, application_id, fee_notice_id, issued_at, rule_version, changed_at)
        VALUES (@id, '05513000', @number, @number, @plate, 'B', 'Buer', @from, @until, 'Active', @id, @id, @now, 'benchmark', @now)
        """;

    /// <summary>The plate of a permit: <c>GE-AA 1</c>, <c>GE-AB 1</c> … 500 different pairs of letters, then the next number.</summary>
    public static string PlateOf(int number) => string.Create(CultureInfo.InvariantCulture, $"GE-{(char)('A' + (number % 20))}{(char)('A' + (number / 20 % 25))} {1 + (number / 500)}");

    /// <summary>Writes <paramref name="count"/> permits in force.</summary>
    public static async Task WriteAsync(Scene scene, int count)
    {
        await using var connection = scene.Database.Connect(scene.Town, "parking");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var today = DateOnly.FromDateTime(scene.Time.GetUtcNow().UtcDateTime);
        for (var number = 0; number < count; number++)
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (Insert, transaction);
            Add(command, "id", scene.Random.NewId().ToString("D"));
            Add(command, "number", $"BENCH-{number}");
            Add(command, "plate", PlateOf(number));
            Add(command, "from", Text(today.AddDays(-1)));
            Add(command, "until", Text(today.AddDays(300)));
            Add(command, "now", scene.Time.GetUtcNow().ToUnixTimeMilliseconds());
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
