using System.Data.Common;
using System.Globalization;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Bench.PlateChecks;

/// <summary>Permits written straight into the parking module's table by the database itself: a million applications would take days.</summary>
internal static class SeededPermits
{
    private const string Sqlite =
        """
        WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < @count)
        INSERT INTO permits (id, ags, permit_number, resident_id, plates, zone, zone_name, valid_from, valid_until, state, application_id, fee_notice_id, issued_at, rule_version, changed_at)
        SELECT printf('00000000-0000-4000-8000-%012x', n), '05513000', 'BENCH-' || n, 'BENCH-' || n, 'GE-' || char(65 + n % 20) || char(65 + n / 20 % 25) || ' ' || (1 + n / 500),
            'P', 'Altstadt', @from, @until, 'Active', printf('00000000-0000-4000-8000-%012x', n), printf('00000000-0000-4000-8000-%012x', n), @now, 'benchmark', @now FROM numbers
        """;

    private const string PostgreSql =
        """
        INSERT INTO permits (id, ags, permit_number, resident_id, plates, zone, zone_name, valid_from, valid_until, state, application_id, fee_notice_id, issued_at, rule_version, changed_at)
        SELECT '00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'), '05513000', 'BENCH-' || n, 'BENCH-' || n, 'GE-' || chr(65 + n % 20) || chr(65 + n / 20 % 25) || ' ' || (1 + n / 500),
            'P', 'Altstadt', @from, @until, 'Active', '00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'), '00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'), @now, 'benchmark', @now
        FROM generate_series(0, @count - 1) AS n
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The plate of a permit: <c>GE-AA 1</c>, <c>GE-AB 1</c> … 500 different pairs of letters, then the next number.</summary>
    public static string PlateOf(int number) => string.Create(CultureInfo.InvariantCulture, $"GE-{(char)('A' + (number % 20))}{(char)('A' + (number / 20 % 25))} {1 + (number / 500)}");

    /// <summary>Writes <paramref name="count"/> permits in force.</summary>
    public static async Task WriteAsync(Scene scene, int count)
    {
        await using var connection = scene.Database.Connect(scene.Town, "parking");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (scene.Database.Kind is DatabaseKind.Sqlite ? Sqlite : PostgreSql, (int)Patience.TotalSeconds);
        var today = DateOnly.FromDateTime(scene.Time.GetUtcNow().UtcDateTime);
        Add(command, "count", count);
        Add(command, "from", Text(today.AddDays(-1)));
        Add(command, "until", Text(today.AddDays(300)));
        Add(command, "now", scene.Time.GetUtcNow().ToUnixTimeMilliseconds());
        await command.ExecuteNonQueryAsync();
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
