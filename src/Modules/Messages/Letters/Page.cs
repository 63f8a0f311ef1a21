namespace Modellstadt.Messages.Letters;

/// <summary>What stands on one page.</summary>
internal sealed record Page(IReadOnlyList<PageMark> Marks)
{
    /// <summary>The back of a sheet.</summary>
    public static Page Empty { get; } = new([]);
}

/// <summary>Something on a page. Places are points from the upper left corner.</summary>
internal abstract record PageMark;

/// <summary>A line of text; <paramref name="Y"/> is its base line.</summary>
internal sealed record TextMark(float X, float Y, ShapedText Text) : PageMark;

/// <summary>A black bar or a thin line.</summary>
internal sealed record BarMark(float X, float Y, float Width, float Height) : PageMark;
