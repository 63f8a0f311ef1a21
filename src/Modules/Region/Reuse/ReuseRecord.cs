// RFC 6920 §3 (ni names), RFC 8785 (JSON canonicalisation: members sorted, whole numbers, no signs that would be escaped).
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Region.Reuse;

/// <summary>What a town says of a take-over: one step, or the same step with newer figures. Nothing in it changes any more.</summary>
internal sealed record ReuseRecord
{
    /// <summary>What stands before the digest in an identifier.</summary>
    public const string NamePrefix = "ni:///sha-256;";

    /// <summary>The highest number that a record has.</summary>
    public const int MostNumber = 10_000;

    /// <summary>The members of a record, in the order of RFC 8785.</summary>
    public static IReadOnlyList<string> Members { get; } =
    [
        "at", "by", "contactRole", "demo", "effortDays", "effortMethod", "follows", "giver", "number", "project", "reason", "savedCents", "savedMethod", "since", "step", "taker", "takerName", "version",
    ];

    /// <summary>Name of the project in addresses.</summary>
    public required string Project { get; init; }

    /// <summary>Gemeindeschlüssel of the town that leads the project.</summary>
    public required string Giver { get; init; }

    /// <summary>Gemeindeschlüssel of the town that takes it over.</summary>
    public required string Taker { get; init; }

    /// <summary>The taker as people say it.</summary>
    public required string TakerName { get; init; }

    /// <summary>Who says it: giver or taker.</summary>
    public required string By { get; init; }

    /// <summary>Its place among the records of this take-over, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The record that it builds on; null for the first.</summary>
    public string? Follows { get; init; }

    public required ReuseStep Step { get; init; }

    /// <summary>Since when the taker is on this step.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The version that was taken over, as the towns name it; null when nobody said.</summary>
    public string? Version { get; init; }

    /// <summary>What adapting it has cost the taker so far; null when the taker has not said.</summary>
    public ReuseEffort? Effort { get; init; }

    /// <summary>What the taker has saved by it so far; null when the taker has not said.</summary>
    public ReuseSaving? Saving { get; init; }

    /// <summary>Whom to call at the taker, by role: never a person.</summary>
    public string? ContactRole { get; init; }

    /// <summary>Why the taker has left; null on every other step.</summary>
    public string? Reason { get; init; }

    /// <summary>True when it was said by a demonstration.</summary>
    public required bool Demo { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>SHA-256 of the content, base64url: another content is another record, whoever signs it.</summary>
    public string Id => Base64Url.Encode(SHA256.HashData(StrictJson.Write(ToJson())));

    /// <summary>The record as it is signed and stored; members in the order of RFC 8785.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        void Put(string name, JsonNode? value)
        {
            if (value is not null)
                json[name] = value;
        }

        Put("at", At.ToUnixTimeMilliseconds());
        Put("by", By);
        Put("contactRole", ContactRole);
        Put("demo", Demo);
        Put("effortDays", Effort?.Days);
        Put("effortMethod", Effort?.Method);
        Put("follows", Follows);
        Put("giver", Giver);
        Put("number", Number);
        Put("project", Project);
        Put("reason", Reason);
        Put("savedCents", Saving?.Cents);
        Put("savedMethod", Saving?.Method);
        Put("since", TownCalendar.Iso(Since));
        Put("step", WordOf(Step));
        Put("taker", Taker);
        Put("takerName", TakerName);
        Put("version", Version);
        return json;
    }

    /// <summary>The record as it is stored.</summary>
    public string Write() => Encoding.UTF8.GetString(StrictJson.Write(ToJson()));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ReuseRecord Read(string json) => Of(StrictJson.ParseObject(Encoding.UTF8.GetBytes(json)).Expect())!;

    /// <summary>Reads what <see cref="ToJson"/> wrote; null when it cannot be meant so. Members that are not known are no part of it.</summary>
    public static ReuseRecord? Of(JsonObject json) =>
        json.Text("project") is { } project && json.Text("giver") is { } giver && json.Text("taker") is { } taker && json.Text("takerName") is { } takerName
        && json.Text("by") is { } by && json.Integer("number") is > 0 and <= MostNumber and { } number && StepOf(json.Text("step")) is { } step
        && DateOnly.TryParseExact(json.Text("since"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since)
        && json.Integer("at") is > 0 and < 4_102_444_800_000 and { } at && json.Flag("demo") is { } demo
            ? new()
            {
                Project = project,
                Giver = giver,
                Taker = taker,
                TakerName = takerName,
                By = by,
                Number = (int)number,
                Follows = json.Text("follows"),
                Step = step,
                Since = since,
                Version = json.Text("version"),
                Effort = json.Integer("effortDays") is { } days and <= int.MaxValue && json.Text("effortMethod") is { } counted ? new((int)days, counted) : null,
                Saving = json.Integer("savedCents") is { } cents && json.Text("savedMethod") is { } reckoned ? new(cents, reckoned) : null,
                ContactRole = json.Text("contactRole"),
                Reason = json.Text("reason"),
                Demo = demo,
                At = DateTimeOffset.FromUnixTimeMilliseconds(at),
            }
            : null;

    /// <summary>A step as records and forms write it.</summary>
    public static string WordOf(ReuseStep step) => step.ToString().ToLowerInvariant();

    /// <summary>A step by its word; null when it is none.</summary>
    public static ReuseStep? StepOf(string? word)
    {
        foreach (var step in Enum.GetValues<ReuseStep>())
        {
            if (WordOf(step) == word)
                return step;
        }

        return null;
    }
}

/// <summary>What adapting a result has cost.</summary>
/// <param name="Days">Person days.</param>
/// <param name="Method">How they were counted, one sentence.</param>
internal sealed record ReuseEffort(int Days, string Method);

/// <summary>What was saved by taking a result over.</summary>
/// <param name="Cents">Euro cents.</param>
/// <param name="Method">How it was reckoned, one sentence.</param>
internal sealed record ReuseSaving(long Cents, string Method);
