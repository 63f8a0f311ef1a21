namespace Modellstadt.Bench.Presentations;

internal sealed class PresentationFigures : IBenchmark
{
    public static string Name => "presentation";

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        await Task.CompletedTask;
        yield break;
    }
}
