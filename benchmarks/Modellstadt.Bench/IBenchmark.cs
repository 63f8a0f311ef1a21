using Modellstadt.Testing;

namespace Modellstadt.Bench;

/// <summary>One name of <c>./bench</c>; ends within 60 seconds.</summary>
internal interface IBenchmark
{
    /// <summary>The name on the command line.</summary>
    static abstract string Name { get; }

    /// <summary>Measures against a running town.</summary>
    static abstract IAsyncEnumerable<Figure> MeasureAsync(RunningTown town);
}
