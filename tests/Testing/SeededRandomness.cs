using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Testing;

/// <summary>Randomness that a test can repeat.</summary>
public sealed class SeededRandomness(int seed) : RandomSource
{
#pragma warning disable RS0030 // The seed is an argument: this is what makes a test repeatable.
    private readonly Random random = new(seed);
#pragma warning restore RS0030
    private readonly Lock gate = new();

    /// <inheritdoc />
    public override void Fill(Span<byte> bytes)
    {
        lock (gate)
            random.NextBytes(bytes);
    }
}
