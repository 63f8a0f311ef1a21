namespace Modellstadt.Messages.Letters;

/// <summary>A part of a letter that is not divided between pages. Its marks count from its own upper left corner.</summary>
/// <param name="Height">Height in points.</param>
/// <param name="Marks">What it shows.</param>
internal sealed record Strip(float Height, IReadOnlyList<PageMark> Marks)
{
    /// <summary>True when it must not be the last one on its page: a heading, the first line of a paragraph.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>White space.</summary>
    public static Strip Gap(float height) => new(height, []);

    /// <summary>Its marks at their place on the page.</summary>
    public IEnumerable<PageMark> At(float x, float y) => Marks.Select(mark => mark switch
    {
        TextMark text => text with { X = text.X + x, Y = text.Y + y },
        BarMark bar => bar with { X = bar.X + x, Y = bar.Y + y },
        _ => mark,
    });
}
