using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Rules;

/// <summary>
/// The rules of this installation's town on each day: whoever decides asks for those of the day of the decision. Before the first book
/// was put in force, the shipped facts hold. <see cref="RuleBookRefresh"/> keeps it up to date while the town serves.
/// </summary>
internal sealed class TownRules(ParkingFacts shipped, TownCalendar calendar)
{
    private volatile BookInForce[] books = [];

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public string Ags => shipped.Town.Ags;

    /// <summary>The rules of today.</summary>
    public ParkingFacts Today => On(calendar.Today);

    /// <summary>The books known here, by number.</summary>
    public IEnumerable<int> Known => books.Select(book => book.Number);

    /// <summary>The rules of a day, also of a past or a coming one.</summary>
    public ParkingFacts On(DateOnly day) => BookOn(day)?.Facts ?? shipped;

    /// <summary>The book in force on a day; null before the first one, when the shipped facts hold.</summary>
    public BookInForce? BookOn(DateOnly day) => Array.FindLast(books, book => book.ValidFrom <= day);

    /// <summary>What decisions would read of a book of this town.</summary>
    /// <param name="book">The book.</param>
    /// <param name="version">Names it.</param>
    /// <exception cref="InvalidDataException">The book contradicts itself.</exception>
    public ParkingFacts Read(RuleBook book, string version) => book.ToFacts(shipped.Town, shipped.PlateDistricts, shipped.Points, version);

    /// <summary>Takes up books that were put in force; a book that is known here already stays as it is.</summary>
    public void Add(IEnumerable<BookInForce> adopted) =>
        books = [.. books.Concat(adopted).DistinctBy(book => book.Number).OrderBy(book => book.ValidFrom)];

    /// <summary>Every zone in which a permit counts on a day: its own first, then those that rules add.</summary>
    public IReadOnlyList<string> ZonesOfRight(Permit permit, DateOnly day) => ZonesOfRight(permit.Zone, permit.ValidFrom, day);

    /// <summary>Every zone in which a permit counts on a day.</summary>
    /// <param name="zone">What stands on the permit.</param>
    /// <param name="validFrom">Its first day.</param>
    /// <param name="day">The day of the question.</param>
    public IReadOnlyList<string> ZonesOfRight(string zone, DateOnly validFrom, DateOnly day) => On(day).ZonesOfRight(zone, validFrom, day);
}

/// <summary>A book that was put in force.</summary>
/// <param name="Number">Its number.</param>
/// <param name="ValidFrom">First day of its force; the next book ends it.</param>
/// <param name="Facts">What decisions read.</param>
internal sealed record BookInForce(int Number, DateOnly ValidFrom, ParkingFacts Facts);
