using System.Text.Json;
using System.Text.Json.Serialization;

namespace Modellstadt.Payments.Reminders;

/// <summary>How towns remind of what is open: <c>payments/reminders.json</c> among the facts, where a treasury has confirmed its levels.</summary>
/// <param name="AsOf">Day of the collection.</param>
/// <param name="Towns">One entry for each town that reminds.</param>
internal sealed record ReminderFile(DateOnly AsOf, IReadOnlyList<TownReminders> Towns)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>
    /// A town's levels in their order, in demonstrations made-up ones from <c>payments/overlays/reminders.demo.json</c> where the town has none of its own;
    /// none when it does not remind.
    /// </summary>
    /// <param name="directory">The folder with the facts.</param>
    /// <param name="ags">Amtlicher Gemeindeschlüssel.</param>
    /// <param name="demo">Whether this is a demonstration.</param>
    /// <exception cref="InvalidDataException">A file is empty, or a town's levels cannot be meant so.</exception>
    public static TownLevels LevelsOf(string directory, string ags, bool demo)
    {
        string[] files = demo ? ["reminders.json", "overlays/reminders.demo.json"] : ["reminders.json"];
        var towns = files.Select(file => Path.Combine(directory, "payments", file)).Where(File.Exists).SelectMany(path => Read(path).Towns).ToList();
        return new(towns.FirstOrDefault(town => town.Ags == ags)?.Levels ?? []);
    }

    private static ReminderFile Read(string path)
    {
        using var stream = File.OpenRead(path);
        var file = JsonSerializer.Deserialize<ReminderFile>(stream, Format) ?? throw new InvalidDataException($"{path} is empty.");
        return file.Towns.FirstOrDefault(town => !town.IsSound) is { } wrong ? throw new InvalidDataException($"{path}: the levels of {wrong.Ags} cannot be meant so.") : file;
    }
}

/// <summary>The levels of this installation's town in their order; none when it does not remind.</summary>
internal sealed record TownLevels(IReadOnlyList<ReminderLevel> Levels);

/// <summary>How a town reminds.</summary>
/// <param name="Ags">Amtlicher Gemeindeschlüssel.</param>
/// <param name="Confidence">How sure the collection is.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="Levels">The levels in their order.</param>
internal sealed record TownReminders(string Ags, string Confidence, string Source, IReadOnlyList<ReminderLevel> Levels)
{
    /// <summary>
    /// False when a level comes before the letter in front of it has left its time, or is milder, a fee has no basis, or enforcement costs something or is not the end.
    /// </summary>
    public bool IsSound => Levels.All(IsLevel) && Levels.Zip(Levels.Skip(1)).All(pair =>
        pair.First.DaysAfterDue + pair.First.PayWithinDays < pair.Second.DaysAfterDue && pair.First.Kind <= pair.Second.Kind && pair.First.Kind is not ReminderKind.Enforcement);

    private static bool IsLevel(ReminderLevel level) =>
        level is { DaysAfterDue: > 0, PayWithinDays: >= 0, FeeCents: >= 0 }
        && (level.FeeCents == 0 || level is { FeeBasis.Length: > 0, Kind: not ReminderKind.Enforcement });
}
