using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Rules;

/// <summary>Everything that a town decides about resident parking, in one document. Its format stands in <c>data/README.md</c>.</summary>
internal sealed record RuleBook
{
    /// <summary>Largest book, bytes of JSON.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>True when made-up facts are part of it.</summary>
    public bool Demo { get; init; }

    /// <summary>True when the town has no zones beyond these.</summary>
    public required bool AllZonesListed { get; init; }

    /// <summary>The zones: address → zone.</summary>
    public required IReadOnlyList<ParkingZone> Zones { get; init; }

    /// <summary>Spaces whose zone is not that of the houses: space → zone.</summary>
    public IReadOnlyList<SpaceAssignment> SpaceAssignments { get; init; } = [];

    /// <summary>Second zones in which permits count.</summary>
    public IReadOnlyList<ExtraZone> ExtraZones { get; init; } = [];

    /// <summary>Zones that were cut anew.</summary>
    public IReadOnlyList<ZoneRecut> Recuts { get; init; } = [];

    /// <summary>Who gets a permit, and what the office does with it.</summary>
    public required EligibilityRules Rules { get; init; }

    /// <summary>What a permit costs, over time.</summary>
    public required IReadOnlyList<FeeRule> Fees { get; init; }

    /// <summary>Who gets the fee; null when no account is known.</summary>
    public Payee? Payee { get; init; }

    /// <summary>What the town's clerks wrote down.</summary>
    public IReadOnlyList<string> ClerkNotes { get; init; } = [];

    /// <summary>Reads a book that somebody hands in.</summary>
    /// <param name="json">At most <see cref="MostBytes"/>.</param>
    /// <param name="ags">The town it must be for.</param>
    public static Outcome<RuleBook> Read(string json, string ags)
    {
        if (Encoding.UTF8.GetByteCount(json) > MostBytes)
            return new RuleBookTooLarge(MostBytes / 1024 / 1024);

        try
        {
            var book = JsonSerializer.Deserialize<RuleBook>(json, FactFormat.Strict);
            if (book is null || book.Ags != ags)
                return new RuleBookOfAnotherTown(book?.Ags ?? "–", ags);
            return book;
        }
        catch (JsonException failure)
        {
            return new RuleBookUnreadable(failure.Path ?? "$", failure.LineNumber + 1 ?? 1);
        }
    }

    /// <summary>The book as JSON, the same text each time.</summary>
    public string Write() => JsonSerializer.Serialize(this, FactFormat.Strict);

    /// <summary>The beginning of the SHA-256 of a book's text: names exactly this content.</summary>
    public static string ChecksumOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12];

    /// <summary>What decisions read.</summary>
    /// <param name="town">Name and plate districts of the town; its rules are those of the book.</param>
    /// <param name="plateDistricts">Districts that settle how a plate is read.</param>
    /// <param name="points">Where the houses stand.</param>
    /// <param name="version">Names this book in the history of a decision.</param>
    /// <exception cref="InvalidDataException">The book contradicts itself.</exception>
    public ParkingFacts ToFacts(TownFact town, IReadOnlySet<string> plateDistricts, AddressPoints points, string version)
    {
        if (Rules.PermitsPerPerson.Value is > 1)
            throw new InvalidDataException($"{town.Name} gives a person several permits; this program gives each person one.");

        return new ParkingFacts
        {
            Town = town with { Rules = Rules },
            PlateDistricts = plateDistricts,
            Zones = new ZoneMap(Zones, AllZonesListed, points),
            Points = points,
            Spaces = SpaceAssignments,
            ExtraZones = ExtraZones,
            Recuts = Recuts,
            ClerkNotes = ClerkNotes,
            Fees = new FeeSchedule(Fees),
            Payee = Payee,
            Demo = Demo,
            Version = version,
        };
    }
}
