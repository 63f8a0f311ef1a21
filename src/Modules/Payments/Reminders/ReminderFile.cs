using System.Text.Json;
using System.Text.Json.Serialization;

namespace Modellstadt.Payments.Reminders;

/// <summary>How towns remind of what is open, <c>data/payments/reminders.json</c>.</summary>
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

    /// <summary>Reads the file among the facts.</summary>
    /// <exception cref="InvalidDataException">The file is empty, or a town's levels cannot be meant so.</exception>
    public static ReminderFile Read(string directory)
    {
        using var file = File.OpenRead(Path.Combine(directory, "payments", "reminders.json"));
        return Sound(JsonSerializer.Deserialize<ReminderFile>(file, Format) ?? throw new InvalidDataException("payments/reminders.json is empty."));
    }

    /// <summary>A town's levels in their order; none when it does not remind, or reminds only in demonstrations and this is none.</summary>
    public TownLevels Of(string ags, bool demo) => new(Towns.FirstOrDefault(town => town.Ags == ags && (demo || !town.Demo))?.Levels ?? []);

    private static ReminderFile Sound(ReminderFile file) =>
        file.Towns.FirstOrDefault(town => !town.IsSound) is { } wrong ? throw new InvalidDataException($"payments/reminders.json: the levels of {wrong.Ags} cannot be meant so.") : file;
}

/// <summary>The levels of this installation's town in their order; none when it does not remind.</summary>
internal sealed record TownLevels(IReadOnlyList<ReminderLevel> Levels);

/// <summary>How a town reminds.</summary>
/// <param name="Ags">Amtlicher Gemeindeschlüssel.</param>
/// <param name="Demo">True when it is made up.</param>
/// <param name="Confidence">How sure the collection is.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="Levels">The levels in their order.</param>
internal sealed record TownReminders(string Ags, bool Demo, string Confidence, string Source, IReadOnlyList<ReminderLevel> Levels)
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
