using Modellstadt.Kernel.Randomness;
using Modellstadt.Testing;

namespace Modellstadt.Bench;

/// <summary>Where a benchmark measures.</summary>
/// <param name="Town">A running town with fresh data, in a process of its own.</param>
/// <param name="Database">The town's database.</param>
/// <param name="Time">The clock.</param>
/// <param name="Random">Randomness for keys and proofs.</param>
internal sealed record Scene(RunningTown Town, TestDatabase Database, TimeProvider Time, RandomSource Random);

/// <summary>One name of <c>./bench</c>; ends within 60 seconds unless it is only run <see cref="OnlyWhenAsked"/>.</summary>
internal interface IBenchmark
{
    /// <summary>The name on the command line.</summary>
    static abstract string Name { get; }

    /// <summary>True for long runs, which <c>./bench</c> without names leaves out.</summary>
    static virtual bool OnlyWhenAsked => false;

    /// <summary>Settings of the town, for example limits per minute that a load run would reach.</summary>
    static virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    /// <summary>Makes what the town must know before it starts, for example keys that it believes; further settings.</summary>
    static virtual IReadOnlyDictionary<string, string?> Prepare(TimeProvider time, RandomSource random) => new Dictionary<string, string?>();

    /// <summary>Measures in a scene of its own.</summary>
    static abstract IAsyncEnumerable<Figure> MeasureAsync(Scene scene);
}

/// <summary>A benchmark as the program lists it.</summary>
internal sealed record Benchmark(
    string Name, bool OnlyWhenAsked, Func<TimeProvider, RandomSource, IEnumerable<KeyValuePair<string, string?>>> SettingsFor, Func<Scene, IAsyncEnumerable<Figure>> MeasureAsync)
{
    public static Benchmark Of<T>() where T : IBenchmark => new(T.Name, T.OnlyWhenAsked, (time, random) => T.Settings.Concat(T.Prepare(time, random)), T.MeasureAsync);
}
