namespace Modellstadt.App.Pages.Legal;

/// <summary>A piece of a page that is only read.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Paragraphs">Its sentences.</param>
public sealed record TextSection(string Title, params string[] Paragraphs)
{
    /// <summary>Pairs shown as a list below the paragraphs, for example what is stored and for how long.</summary>
    public IReadOnlyList<TextLine> Lines { get; init; } = [];
}

/// <summary>A line of such a list.</summary>
public sealed record TextLine(string What, string Answer);
