using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Modellstadt.Fuzz;

/// <summary>Which branches of the instrumented assemblies an input took, and how often, in coarse steps; and which were ever taken.</summary>
internal sealed unsafe class Coverage
{
    /// <summary>Size of the map, as AFL and the instrumentation have it.</summary>
    private const int Size = 1 << 16;

    private static readonly byte[] Steps = [.. Enumerable.Range(0, 256).Select(Step)];

    private readonly byte* map = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] seen = new byte[Size];

    /// <summary>Lets the instrumented code write into this map.</summary>
    public Coverage() => Trace.SharedMem = map;

    /// <summary>How many branches were ever taken.</summary>
    public int Branches { get; private set; }

    /// <summary>Forgets the last input.</summary>
    public void Reset()
    {
        new Span<byte>(map, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>True when the last input took a branch that none took before, or one much more often.</summary>
    public bool IsNew()
    {
        var isNew = false;
        var words = new ReadOnlySpan<ulong>(map, Size / sizeof(ulong));
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word] != 0)
                isNew |= Learn(word * sizeof(ulong));
        }

        return isNew;
    }

    private bool Learn(int start)
    {
        var isNew = false;
        for (var place = start; place < start + sizeof(ulong); place++)
        {
            var step = Steps[map[place]];
            if ((seen[place] | step) == seen[place])
                continue;
            Branches += seen[place] == 0 ? 1 : 0;
            seen[place] |= step;
            isNew = true;
        }

        return isNew;
    }

    /// <summary>1, 2, 3, 4 to 7, 8 to 15, 16 to 31, 32 to 127, more: one bit each.</summary>
    private static byte Step(int count) => count switch
    {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
