using System.Buffers.Binary;

namespace Modellstadt.Parking.Inspections.OfflineSets;

/// <summary>
/// Rights as keyed digests, sorted, 6 bytes each: looked up by halving, written and read in one pass, and the same bytes
/// for the same rights in whatever order they came. Immutable.
/// </summary>
internal sealed class OfflineTable
{
    private readonly byte[] digests;

    private OfflineTable(byte[] digests) => this.digests = digests;

    /// <summary>The digests as they travel: ascending, big-endian, without a gap.</summary>
    public ReadOnlySpan<byte> Bytes => digests;

    /// <summary>How many rights are in it.</summary>
    public int Count => digests.Length / OfflineRight.DigestBytes;

    /// <summary>Builds the table of these rights.</summary>
    /// <param name="key">The key of this set, 32 random bytes.</param>
    /// <param name="rights">The rights; one that comes twice counts once.</param>
    public static OfflineTable Build(ReadOnlySpan<byte> key, IEnumerable<OfflineRight> rights)
    {
        var sorted = new List<ulong>();
        foreach (var right in rights)
            sorted.Add(right.Digest(key));
        sorted.Sort();

        var bytes = new byte[sorted.Count * OfflineRight.DigestBytes];
        var count = 0;
        Span<byte> whole = stackalloc byte[sizeof(ulong)];
        for (var at = 0; at < sorted.Count; at++)
        {
            if (at > 0 && sorted[at] == sorted[at - 1])
                continue;
            BinaryPrimitives.WriteUInt64BigEndian(whole, sorted[at]);
            whole[^OfflineRight.DigestBytes..].CopyTo(bytes.AsSpan(count++ * OfflineRight.DigestBytes));
        }

        return new OfflineTable(bytes[..(count * OfflineRight.DigestBytes)]);
    }

    /// <summary>True when the right is in the table; for any other right with a chance of <see cref="Count"/> in 2⁴⁸.</summary>
    /// <param name="key">The key with which it was built.</param>
    /// <param name="right">What is asked.</param>
    public bool Contains(ReadOnlySpan<byte> key, OfflineRight right)
    {
        var wanted = right.Digest(key);
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var found = DigestAt(middle);
            if (found == wanted)
                return true;
            if (found < wanted)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return false;
    }

    private ulong DigestAt(int index)
    {
        var entry = digests.AsSpan(index * OfflineRight.DigestBytes, OfflineRight.DigestBytes);
        return ((ulong)BinaryPrimitives.ReadUInt16BigEndian(entry) << 32) | BinaryPrimitives.ReadUInt32BigEndian(entry[2..]);
    }
}
