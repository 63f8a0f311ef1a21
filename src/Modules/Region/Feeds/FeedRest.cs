using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Modellstadt.Region.Feeds;

/// <summary>
/// How long a feed that fails again is left alone: twice as long each time, at most a day. Each reader comes back at another moment, so that a town
/// that has just got up is not overrun by all at once; which moment follows from the names of both, and is the same when it is computed anew.
/// </summary>
internal static class FeedRest
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private const int MostDoublings = 20;

    /// <summary>Until when it rests; null after the first failure, which the next round looks at again.</summary>
    /// <param name="failures">How many readings in a row have failed, this one included.</param>
    /// <param name="every">From one round to the next.</param>
    /// <param name="reader">Gemeindeschlüssel of the town that reads.</param>
    /// <param name="town">Gemeindeschlüssel of the town that does not answer.</param>
    /// <param name="now">The present.</param>
    public static DateTimeOffset? Until(int failures, TimeSpan every, string reader, string town, DateTimeOffset now) => failures < 2
        ? null
        : now + (TimeSpan.FromTicks(Math.Min(Longest.Ticks, every.Ticks << Math.Min(failures - 1, MostDoublings))) * (0.5 + (Share(FormattableString.Invariant($"{reader}/{town}/{failures}")) / 2)));

    /// <summary>A number from 0 to 1 that looks drawn.</summary>
    private static double Share(string of) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(of))) / (double)uint.MaxValue;
}
