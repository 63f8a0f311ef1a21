using System.Buffers.Binary;
using System.Text;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Parking.Inspections.OfflineSets;

/// <summary>
/// What a device takes along: the key that reads the table, the signed header, the table. The key is drawn for this one set and
/// kept nowhere; the device holds it in memory only and loses it at the end of the shift.
/// </summary>
internal static class OfflineSet
{
    /// <summary>Bytes of the key.</summary>
    public const int KeyBytes = 32;

    /// <summary>The set as it travels: key, length of the header (two bytes, big-endian), header in ASCII, table.</summary>
    /// <param name="key">32 random bytes, drawn for this set.</param>
    /// <param name="header">What the town signs about it.</param>
    /// <param name="rights">The rights of the header's zones.</param>
    /// <param name="signingKey">The town's key for offline sets.</param>
    public static byte[] Build(ReadOnlySpan<byte> key, OfflineSetHeader header, IEnumerable<OfflineRight> rights, SigningKey signingKey)
    {
        var table = OfflineTable.Build(key, rights);
        var signed = Encoding.ASCII.GetBytes(header.Sign(table, signingKey));
        var set = new byte[KeyBytes + sizeof(ushort) + signed.Length + table.Bytes.Length];
        key.CopyTo(set);
        BinaryPrimitives.WriteUInt16BigEndian(set.AsSpan(KeyBytes), checked((ushort)signed.Length));
        signed.CopyTo(set, KeyBytes + sizeof(ushort));
        table.Bytes.CopyTo(set.AsSpan(KeyBytes + sizeof(ushort) + signed.Length));
        return set;
    }
}
