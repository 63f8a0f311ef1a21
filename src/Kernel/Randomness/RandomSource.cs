using System.Buffers.Text;
using System.Security.Cryptography;

namespace Modellstadt.Kernel.Randomness;

/// <summary>Where random bytes come from. Injected, so that tests can repeat them; only the composition root uses <see cref="System"/>.</summary>
public abstract class RandomSource
{
    /// <summary>The operating system's generator.</summary>
    public static RandomSource System { get; } = new OperatingSystemRandomness();

    /// <summary>Fills the buffer with random bytes.</summary>
    public abstract void Fill(Span<byte> bytes);

    /// <summary>So many random bytes.</summary>
    public byte[] NewBytes(int count)
    {
        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    /// <summary>A random identifier (UUID version 4, RFC 9562 section 5.4).</summary>
    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A secret that nobody guesses, base64url.</summary>
    /// <param name="byteCount">Entropy in bytes; 32 is 256 bits.</param>
    public string NewSecret(int byteCount = 32)
    {
        Span<byte> bytes = stackalloc byte[byteCount];
        Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>A uniformly distributed number from 0 up to, but not including, <paramref name="exclusiveUpperBound"/>.</summary>
    public int NextInt(int exclusiveUpperBound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveUpperBound);
        // Values above the largest multiple are drawn again: a plain remainder would favour small numbers.
        var limit = uint.MaxValue - uint.MaxValue % (uint)exclusiveUpperBound;
        Span<byte> bytes = stackalloc byte[4];
        uint drawn;
        do
        {
            Fill(bytes);
            drawn = BitConverter.ToUInt32(bytes);
        }
        while (drawn >= limit);

        return (int)(drawn % (uint)exclusiveUpperBound);
    }

    private sealed class OperatingSystemRandomness : RandomSource
    {
#pragma warning disable RS0030 // The one place that touches the generator.
        public override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
#pragma warning restore RS0030
    }
}
