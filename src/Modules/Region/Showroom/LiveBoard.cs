using Modellstadt.Kernel.Figures;

namespace Modellstadt.Region.Showroom;

/// <summary>The figures of this moment from every module that has some, read at most twice a minute: many visitors cost the modules no more than one.</summary>
internal sealed class LiveBoard(IEnumerable<ILiveFigures> sources, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim reading = new(1, 1);
    private LiveSheet? kept;

    /// <summary>The figures, and when they were read.</summary>
    public async Task<LiveSheet> ReadAsync(CancellationToken cancellationToken)
    {
        if (kept is { } sheet && time.GetUtcNow() - sheet.At < KeptFor)
            return sheet;

        await reading.WaitAsync(cancellationToken);
        try
        {
            return kept is { } read && time.GetUtcNow() - read.At < KeptFor ? read : kept = await ReadSourcesAsync(cancellationToken);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => reading.Dispose();

    private async Task<LiveSheet> ReadSourcesAsync(CancellationToken cancellationToken)
    {
        var figures = new List<LiveFigure>();
        foreach (var source in sources)
            figures.AddRange(await source.ReadAsync(cancellationToken));
        return new(time.GetUtcNow(), figures);
    }
}

/// <summary>Figures of a moment.</summary>
/// <param name="At">When they were read.</param>
/// <param name="Figures">By module.</param>
internal sealed record LiveSheet(DateTimeOffset At, IReadOnlyList<LiveFigure> Figures);
