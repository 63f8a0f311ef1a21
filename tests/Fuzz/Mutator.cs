namespace Modellstadt.Fuzz;

/// <summary>Makes new inputs out of those that are known: bits, bytes, pieces, words of the format, parts of two inputs.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> words, Random random)
{
    private const int MaxLength = 8 * 1024;

    private static readonly byte[] OddBytes = [0, 1, 0x17, 0x18, 0x1b, 0x1f, 0x20, 0x3f, 0x40, 0x5f, 0x7f, 0x80, 0x9f, 0xbf, 0xd8, 0xf6, 0xfb, 0xff, (byte)'"', (byte)'{', (byte)'[', (byte)'.', (byte)'~'];

    /// <summary>One input, changed up to eight times; sometimes with the end of another one.</summary>
    public byte[] Change(byte[] input, byte[] other)
    {
        var bytes = new List<byte>(input);
        if (random.Next(8) == 0 && other.Length > 0)
        {
            var (keep, from) = (random.Next(bytes.Count + 1), random.Next(other.Length));
            bytes.RemoveRange(keep, bytes.Count - keep);
            bytes.AddRange(other[from..]);
        }

        for (var changes = 1 << random.Next(4); changes > 0; changes--)
            ChangeOnce(bytes);
        if (bytes.Count > MaxLength)
            bytes.RemoveRange(MaxLength, bytes.Count - MaxLength);
        return [.. bytes];
    }

    private void ChangeOnce(List<byte> bytes)
    {
        var place = random.Next(bytes.Count + 1);
        var length = Math.Min(1 << random.Next(6), bytes.Count - place);
        switch (random.Next(8))
        {
            case 0 when place < bytes.Count:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when place < bytes.Count:
                bytes[place] = (byte)random.Next(256);
                break;
            case 2 when place < bytes.Count:
                bytes[place] = OddBytes[random.Next(OddBytes.Length)];
                break;
            case 3:
                bytes.Insert(place, OddBytes[random.Next(OddBytes.Length)]);
                break;
            case 4:
                bytes.RemoveRange(place, length);
                break;
            case 5:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(place, length));
                break;
            case 6:
                bytes.InsertRange(place, words[random.Next(words.Count)]);
                break;
            default:
                bytes.RemoveRange(place, length);
                bytes.InsertRange(place, words[random.Next(words.Count)]);
                break;
        }
    }
}
