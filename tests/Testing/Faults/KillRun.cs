using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Testing.Faults;

/// <summary>What a kill run showed.</summary>
/// <param name="Kills">How often the process was killed.</param>
/// <param name="Journeys">Ways to a permit, or to the refusal of a second one, that came to their end.</param>
/// <param name="Permits">Permits that arrived in wallets.</param>
/// <param name="Revocations">Revocations that were acknowledged.</param>
/// <param name="Acknowledged">Acknowledged offers, copies, permits and revocations that the audit looked for.</param>
/// <param name="StartedAgain">How often a person had to begin a case anew.</param>
/// <param name="Findings">What is lost or twice; empty when all is well.</param>
public sealed record KillReport(int Kills, int Journeys, int Permits, int Revocations, int Acknowledged, int StartedAgain, IReadOnlyList<string> Findings);

/// <summary>
/// Citizens get citizen IDs and permits and a clerk revokes some, while the server is killed (SIGKILL) at random moments and started
/// again with the same data. Afterwards an audit looks for everything that was acknowledged. Few people, many ways: the same person
/// applies several times, also at once.
/// </summary>
public sealed class KillRun(TestDatabase database, TimeProvider time, RandomSource random)
{
    private const int Citizens = 6;
    private const int Residents = 400;
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ClerkPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, string?> Limits = new()
    {
        ["Issuer:TokensPerMinute"] = "10000000", ["Parking:InspectionsPerMinute"] = "1000000000", ["Parking:Inspections:SamePlatePerDay"] = "1000000000",
        ["Parking:Inspections:SameSeriesInTenMinutes"] = "1000000000", ["Parking:Inspections:PlatesPerDay"] = "1000000000", ["Verifier:QuestionsPerMinute"] = "10000000",
        ["Parking:RevocationNeedsTwo"] = "false",
    };

    private readonly Diary diary = new();
    private volatile bool over;

    /// <summary>Kills so often, lets every journey come to its end, and audits.</summary>
    public async Task<KillReport> RunAsync(int kills)
    {
        await using var town = await RunningTown.StartAsync(database.Settings.Where(setting => setting.Key != "Storage:DataDirectory").Concat(Limits).ToDictionary());
        using var management = town.ManagementClient();
        management.Timeout = Timeout;
        var residents = await ResidentsAsync(management);
        var people = Enumerable.Range(0, Citizens).Select(_ => LiveAsync(town, management, residents)).Append(WorkAsync(town)).ToArray();
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(LongestLife * (random.NextInt(1000) / 1000.0));
            await town.KillAsync();
            await town.StartProcessAsync();
        }

        over = true;
        await Task.WhenAll(people);
        var acknowledged = await new KillAudit(town, database, diary).RunAsync();
        return new KillReport(kills, diary.Journeys, diary.Permits.Count, diary.RevocationsAcknowledged.Count, acknowledged, diary.StartedAgain, [.. diary.Findings]);
    }

    /// <summary>One citizen after the other, each with a new phone.</summary>
    private async Task LiveAsync(RunningTown town, HttpClient management, IReadOnlyList<string> residents)
    {
        using var line = new HttpClient { Timeout = Timeout };
        var anchors = new HeadlessWallet(line, time, random.Fill);
        await Persistence.UntilAnsweredAsync(async () =>
        {
            await anchors.TrustAsync(town);
            return true;
        });
        while (!over)
        {
            using var browser = new HeadlessBrowser(town.PortalUrl, Timeout);
            var wallet = new HeadlessWallet(line, time, random.Fill);
            wallet.Anchors.AddRange(anchors.Anchors);
            var resident = residents[random.NextInt(residents.Count)];
            try
            {
                await new PersistentCitizen(town, browser, wallet, management, diary).WalkAsync(resident);
            }
            catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException)
            {
                diary.Findings.Enqueue($"{resident}: {failure.Message}");
            }
        }
    }

    private async Task WorkAsync(RunningTown town)
    {
        using var clerk = new RevokingClerk(new HeadlessBrowser(town.PortalUrl, Timeout), diary);
        await clerk.SignInAsync();
        while (!over)
        {
            await clerk.RevokeAnyAsync();
            await Task.Delay(ClerkPause);
        }
    }

    private static async Task<IReadOnlyList<string>> ResidentsAsync(HttpClient management)
    {
        var eligible = await management.GetFromJsonAsync<JsonArray>($"/management/v1/demo/persons?story=eligible&take={Residents}");
        return [.. eligible!.Select(person => (string)person!["resident_id"]!)];
    }
}
