using Modellstadt.Messages.Letters;

namespace Modellstadt.Messages;

/// <summary>
/// Letters on paper: A4, black and white, fonts embedded, title and language set, pages numbered. Equal letters give equal bytes.
/// The PDF is a copy without tags; the accessible original is <see cref="LetterView"/>.
/// </summary>
public static class LetterPdf
{
    /// <summary>One letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <exception cref="ArgumentException">A slip does not fit on its page, or a QR code carries too much or has no fitting size.</exception>
    public static byte[] Of(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return PdfDocument.Of(letter.Title, letter.Language, letter.Day, PageLayout.Of(letter));
    }

    /// <summary>Several letters one after another, each with page numbers of its own, each beginning on a front page: a printer may use both sides.</summary>
    /// <param name="title">What the file calls itself.</param>
    /// <param name="day">The day on which it was made.</param>
    /// <param name="letters">The letters, at least one.</param>
    /// <exception cref="ArgumentException">There is no letter, or one of them does not fit as in <see cref="Of"/>.</exception>
    public static byte[] OfAll(string title, DateOnly day, IReadOnlyList<Letter> letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        if (letters.Count == 0)
            throw new ArgumentException("There is nothing to print.", nameof(letters));
        return PdfDocument.Of(title, letters[0].Language, day, [.. letters.SelectMany(letter => WithEvenEnd(PageLayout.Of(letter)))]);
    }

    private static IEnumerable<Page> WithEvenEnd(IReadOnlyList<Page> pages) => pages.Count % 2 == 0 ? pages : pages.Append(Page.Empty);
}
