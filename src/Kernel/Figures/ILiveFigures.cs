using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Figures;

/// <summary>What a module tells the public about its own work at this moment: counts and times, nothing about a person.</summary>
public interface ILiveFigures
{
    /// <summary>The figures, the most telling first. One of which too few cases are known is left out.</summary>
    Task<IReadOnlyList<LiveFigure>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>A figure of this moment.</summary>
/// <param name="Label">What is counted, and since when.</param>
/// <param name="Value">A count, or seconds.</param>
/// <param name="Unit">Which of them.</param>
public sealed record LiveFigure(LocalizedText Label, long Value, LiveUnit Unit);

/// <summary>What a figure counts.</summary>
public enum LiveUnit
{
    /// <summary>Things.</summary>
    Count,

    /// <summary>Seconds.</summary>
    Seconds,
}
