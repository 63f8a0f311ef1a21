using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Figures;

/// <summary>What a module tells the public about its own work at this moment: counts and times, nothing about a person.</summary>
public interface ILiveFigures
{
    /// <summary>The figures, the most telling first. One of which too few cases are known is left out.</summary>
    Task<IReadOnlyList<LiveFigure>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>A figure of this moment: what is counted and since when; a count or, if it says so, seconds.</summary>
public sealed record LiveFigure(LocalizedText Label, long Value, bool InSeconds = false);
