using System.Diagnostics;
using System.Globalization;
using System.Net;
using Modellstadt.Testing;

namespace Modellstadt.Bench.Renewals;

/// <summary>
/// One night: 100,000 permits whose end comes near are reminded of, one by one, and then renewed by one button of a clerk, each with
/// questions to the registers, decision, term, fee notice and history.
/// </summary>
internal sealed class RenewalFigures : IBenchmark
{
    /// <summary>How many people live in the made-up town: enough of them are entitled.</summary>
    public const int Persons = 220_000;

    private const int Permits = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static string Name => "renewals";

    public static bool OnlyWhenAsked => true;

    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Registers:Demo:Count"] = Persons.ToString(CultureInfo.InvariantCulture),
        ["Parking:ReminderInterval"] = "00:00:05",
    };

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        using var clerk = new HeadlessBrowser(scene.Town.PortalUrl);
        await clerk.SignInAsync("clerk");
        var written = await EntitledPermits.WriteAsync(scene, Permits);

        var reminders = await UntilAsync(scene, "SELECT count(*) FROM renewal_reminders", count => count == written);
        yield return new Figure("renewals-reminders", reminders.TotalSeconds, "s");

        var page = await clerk.OpenAsync("/office/renewals");
        (await clerk.SubmitAsync(page, "/office/renewals")).Expect(HttpStatusCode.SeeOther);
        var run = await UntilAsync(scene, "SELECT count(*) FROM renewal_runs WHERE finished_at IS NOT NULL", count => count == 1);
        var renewed = await CountAsync(scene, "SELECT renewed FROM renewal_runs");
        var terms = await CountAsync(scene, "SELECT count(*) FROM permit_terms");
        if (renewed != written || terms != 2L * written)
            throw new InvalidOperationException($"Of {written} permits {renewed} were renewed, with {terms} terms.");

        yield return new Figure("renewals-run", run.TotalSeconds, "s");
        yield return new Figure("renewals-per-second", renewed / run.TotalSeconds, "1/s");
        yield return new Figure("renewals", (reminders + run).TotalSeconds, "s");
    }

    private static async Task<TimeSpan> UntilAsync(Scene scene, string sql, Func<long, bool> arrived)
    {
        var started = Stopwatch.GetTimestamp();
        while (!arrived(await CountAsync(scene, sql)))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException($"Not within {Patience}: {sql}\n{scene.Town.Log}");
            await Task.Delay(500);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task<long> CountAsync(Scene scene, string sql)
    {
        await using var connection = scene.Database.Connect(scene.Town, "parking");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
