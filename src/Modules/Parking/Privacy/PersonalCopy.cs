using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Privacy;

namespace Modellstadt.Parking.Privacy;

/// <summary>The copy of everything that the town keeps about a person (Art. 15 (3) GDPR), from every module.</summary>
internal sealed class PersonalCopy(IEnumerable<IPersonalRecords> modules)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every record, oldest first.</summary>
    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(string residentId, CancellationToken cancellationToken)
    {
        var records = new List<PersonalRecord>();
        foreach (var module in modules)
            records.AddRange(await module.OfAsync(residentId, cancellationToken));
        return [.. records.OrderBy(record => record.At)];
    }

    /// <summary>The records as a file that other programs read (Art. 20 (1) GDPR).</summary>
    public static string Write(IReadOnlyList<PersonalRecord> records) =>
        new JsonArray([.. records.Select(Write)]).ToJsonString(Readable);

    private static JsonObject Write(PersonalRecord record) => new()
    {
        ["kind"] = record.Name,
        ["at"] = record.At,
        ["facts"] = new JsonArray([.. record.Facts.Select(fact => new JsonObject { ["name"] = fact.Name, ["value"] = fact.Value })]),
    };
}
