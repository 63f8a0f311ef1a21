using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Modellstadt.Testing.Faults;

/// <summary>Looks for everything that was acknowledged, in the tables and through the public doors.</summary>
internal sealed class KillAudit(RunningTown town, TestDatabase database, Diary diary)
{
    private static readonly TimeSpan DeliveryTime = TimeSpan.FromSeconds(60);

    /// <summary>Writes what is missing or twice into the diary; returns how many acknowledged steps were looked for.</summary>
    public async Task<int> RunAsync()
    {
        await WaitForOutboxAsync();
        await CheckPermitsAsync();
        await CheckOffersAsync();
        await CheckCopiesAsync();
        await CheckPlatesAsync();
        return diary.Offers.Count + diary.Batches.Sum(batch => batch.Entries.Count) + diary.Permits.Count + diary.RevocationsAcknowledged.Count;
    }

    private async Task WaitForOutboxAsync()
    {
        for (var waited = TimeSpan.Zero; waited < DeliveryTime; waited += TimeSpan.FromSeconds(1))
        {
            if (await CountAsync("parking", "SELECT id FROM outbox") == 0)
                return;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        diary.Findings.Enqueue("Messages of the outbox were not delivered");
    }

    private async Task CheckPermitsAsync()
    {
        await ExpectNoneAsync("a person has two permits in force", "SELECT resident_id FROM permits WHERE state = 'Active' GROUP BY ags, resident_id HAVING COUNT(*) > 1");
        await ExpectNoneAsync("a permit number was given twice", "SELECT permit_number FROM permits GROUP BY permit_number HAVING COUNT(*) > 1");
        await ExpectNoneAsync("an application led to two permits", "SELECT application_id FROM permits GROUP BY application_id HAVING COUNT(*) > 1");
        await ExpectNoneAsync("a permit has not exactly one fee notice", "SELECT permit_number FROM permits LEFT JOIN fee_notices ON fee_notices.permit_id = permits.id GROUP BY permit_number HAVING COUNT(fee_notices.id) <> 1");
        await ExpectNoneAsync(
            "a permit is not exactly once in the audit trail",
            "SELECT permit_number FROM permits LEFT JOIN audit ON audit.subject = 'permit/' || permits.id AND audit.action = 'permit-granted' GROUP BY permit_number HAVING COUNT(audit.id) <> 1");

        var states = (await ReadAsync("parking", "SELECT permit_number, state FROM permits")).ToDictionary(row => row[0], row => row[1]);
        foreach (var number in diary.Permits.Keys)
        {
            if (!states.TryGetValue(number, out var state))
                diary.Findings.Enqueue($"Permit {number} was acknowledged and is not there");
            else if (diary.RevocationsAcknowledged.ContainsKey(number) != (state == "Revoked") && !(diary.RevocationsAsked.ContainsKey(number) && state == "Revoked"))
                diary.Findings.Enqueue($"Permit {number} is {state}");
        }
    }

    private async Task CheckOffersAsync()
    {
        var offers = (await ReadAsync("issuer", "SELECT id FROM offers")).Select(row => row[0]).ToHashSet();
        foreach (var offer in diary.Offers.Where(offer => !offers.Contains(offer.ToString("D"))))
            diary.Findings.Enqueue($"Offer {offer} was acknowledged and is not there");
    }

    /// <summary>Every received copy has its entry; the newest copies of a permit are valid, those of a revoked permit are not.</summary>
    private async Task CheckCopiesAsync()
    {
        var revoked = (await ReadAsync("issuer", "SELECT list, position, CASE WHEN revoked_at IS NULL THEN 0 ELSE 1 END FROM copies WHERE offer_id IS NOT NULL"))
            .ToDictionary(row => (row[0], row[1]), row => row[2] == "1");
        foreach (var entry in diary.Batches.SelectMany(batch => batch.Entries).Where(entry => !revoked.ContainsKey(KeyOf(entry))))
            diary.Findings.Enqueue($"A copy at {entry.Uri} {entry.Index} was acknowledged and is not there");

        var newest = diary.Batches.Where(batch => batch.PermitNumber is not null).GroupBy(batch => batch.PermitNumber!, (number, batches) => (Number: number, batches.Last().Entries));
        foreach (var (number, entries) in newest)
        {
            var expected = diary.RevocationsAsked.ContainsKey(number);
            if (entries.Any(entry => revoked.TryGetValue(KeyOf(entry), out var isRevoked) && isRevoked != expected))
                diary.Findings.Enqueue($"The newest copies of permit {number} are {(expected ? "still valid" : "revoked")}");
        }
    }

    /// <summary>What a warden is told agrees with the table: the index in memory was rebuilt.</summary>
    private async Task CheckPlatesAsync()
    {
        using var warden = new HeadlessBrowser(town.PortalUrl);
        await warden.SignInAsync("warden");
        await warden.BeginShiftAsync();
        var rights = await ReadAsync("parking", "SELECT plates, state FROM permits");
        foreach (var plate in rights.GroupBy(row => row[0]))
        {
            using var answer = await warden.Http.PostAsJsonAsync("/parking/inspections", new JsonObject { ["plate"] = plate.Key });
            var state = answer.StatusCode is HttpStatusCode.OK ? (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["state"] : $"{(int)answer.StatusCode}";
            if (state != (plate.Any(row => row[1] == "Active") ? "valid" : "not-valid"))
                diary.Findings.Enqueue($"The warden is told {state} for {plate.Key}");
        }
    }

    private async Task ExpectNoneAsync(string words, string sql)
    {
        if (await ReadAsync("parking", sql) is { Count: > 0 } rows)
            diary.Findings.Enqueue($"{words}: {string.Join(", ", rows.Select(row => row[0]))}");
    }

    private async Task<int> CountAsync(string module, string sql) => (await ReadAsync(module, sql)).Count;

    private async Task<IReadOnlyList<string[]>> ReadAsync(string module, string sql)
    {
        await using var connection = database.Connect(town, module);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetValue(column)}")]);
        return rows;
    }

    private static (string List, string Position) KeyOf(Protocols.Credentials.StatusLists.StatusReference entry) => (entry.Uri[(entry.Uri.LastIndexOf('/') + 1)..], $"{entry.Index}");
}
