using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Parking.Inspections.Limits;

/// <summary>
/// Notices a warden who follows one car or tries plates one after the other. It knows no plates: only keyed digests in memory, under a
/// key that is drawn anew every twelve hours and thrown away with all that was counted under it twelve hours later.
/// </summary>
internal sealed class AskedPlates(IOptions<InspectionOptions> options, RandomSource random, TimeProvider time)
{
    private static readonly TimeSpan Generation = TimeSpan.FromHours(12);

    /// <summary>Asked again within so short a time it is the same look at the same car.</summary>
    private static readonly TimeSpan SameLook = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan SeriesWindow = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, Round> rounds = new();

    /// <summary>Counts a question; null when it is in order, else what was noticed.</summary>
    /// <param name="warden">Account of the warden.</param>
    /// <param name="series">District and letters of the plate: <c>GE-AB</c>.</param>
    /// <param name="plate">Comparable form of the plate.</param>
    public Misuse? Notice(Guid warden, string series, string plate)
    {
        var round = rounds.GetOrAdd(warden, _ => new Round());
        lock (round)
            return Notice(round, series, plate);
    }

    private Misuse? Notice(Round round, string series, string plate)
    {
        var now = time.GetUtcNow();
        var (current, before) = round.At(now, random);
        var limits = options.Value;
        if (current.Look(plate, now) + (before?.LooksAt(plate) ?? 0) > limits.SamePlatePerDay)
            return Misuse.SamePlate;
        if (current.Total + (before?.Total ?? 0) > limits.PlatesPerDay)
            return Misuse.TooManyPlates;
        return current.NeighboursOf(series, plate, now) > limits.SameSeriesInTenMinutes ? Misuse.SameSeries : null;
    }

    /// <summary>What is remembered of one warden: this half day and the one before it.</summary>
    private sealed class Round
    {
        private Memory? current;
        private Memory? before;

        public (Memory Current, Memory? Before) At(DateTimeOffset now, RandomSource random)
        {
            if (current is null || now - current.Since >= Generation)
                (before, current) = (current is { } last && now - last.Since < 2 * Generation ? last : null, new Memory(random.NewBytes(32), now));
            return (current, before);
        }
    }

    private sealed class Memory(byte[] key, DateTimeOffset since)
    {
        private readonly Dictionary<ulong, (int Looks, DateTimeOffset Last)> plates = [];
        private readonly Dictionary<ulong, (DateTimeOffset From, HashSet<ulong> Plates)> series = [];

        public DateTimeOffset Since { get; } = since;

        public int Total { get; private set; }

        /// <summary>Counts a look at a plate; how many there were.</summary>
        public int Look(string plate, DateTimeOffset now)
        {
            var digest = Digest(plate);
            var (looks, last) = plates.GetValueOrDefault(digest);
            if (looks == 0 || now - last >= SameLook)
                (looks, last, Total) = (looks + 1, now, Total + 1);
            plates[digest] = (looks, last);
            return looks;
        }

        public int LooksAt(string plate) => plates.GetValueOrDefault(Digest(plate)).Looks;

        /// <summary>How many plates of one series were asked for within ten minutes: in a street letters are mixed.</summary>
        public int NeighboursOf(string letters, string plate, DateTimeOffset now)
        {
            var digest = Digest(letters);
            if (!series.TryGetValue(digest, out var found) || now - found.From >= SeriesWindow)
                series[digest] = found = (now, []);
            found.Plates.Add(Digest(plate));
            return found.Plates.Count;
        }

        private ulong Digest(string text) => BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>What looks like watching a person instead of a street.</summary>
internal enum Misuse
{
    /// <summary>One warden asked for one plate again and again.</summary>
    SamePlate,

    /// <summary>One warden asked for plate after plate of one series.</summary>
    SameSeries,

    /// <summary>One warden asked for more plates than anybody passes on foot.</summary>
    TooManyPlates,
}
