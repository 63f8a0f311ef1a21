namespace Modellstadt.Messages.Letters;

/// <summary>Distributes a letter over pages.</summary>
internal sealed class PageLayout
{
    private const float TextSize = 11;
    private const float TitleSize = 13;
    private const float SlipTextSize = 16;
    private const float SlipTitleSize = 26;
    private const float FootSize = 9;

    private static readonly float DemoBaseLine = Paper.Mm(14);
    private static readonly float FootBaseLine = Paper.Mm(284);

    private readonly List<List<PageMark>> pages = [[]];
    private float y;

    private PageLayout(IEnumerable<PageMark> head, float top)
    {
        pages[0].AddRange(head);
        y = top;
    }

    /// <summary>The pages of a letter.</summary>
    /// <exception cref="ArgumentException">A slip does not fit on its page, or a QR code carries too much or has no fitting size.</exception>
    public static IReadOnlyList<Page> Of(Letter letter)
    {
        var isSlip = letter.Form is LetterForm.Slip;
        var (head, top) = letter.Addressee is { } addressee && !isSlip ? LetterHead.Of(letter, addressee) : ([], Paper.NextTop);
        var layout = new PageLayout(head, top);
        var strips = new BlockStrips(isSlip ? SlipTextSize : TextSize);
        layout.Fill([.. BlockStrips.Heading(letter.Title, isSlip ? SlipTitleSize : TitleSize), .. letter.Blocks.SelectMany(strips.Of)]);
        if (isSlip && layout.pages.Count > 1)
            throw new ArgumentException("A slip has one page; this one says too much.", nameof(letter));
        return [.. layout.pages.Select((marks, index) => new Page([.. marks, .. Margins(letter, index + 1, layout.pages.Count)]))];
    }

    private void Fill(IReadOnlyList<Strip> strips)
    {
        for (var first = 0; first < strips.Count;)
        {
            var last = first;
            while (last < strips.Count - 1 && strips[last].KeepsWithNext)
                last++;
            Put([.. strips.Skip(first).Take(last - first + 1)]);
            first = last + 1;
        }
    }

    /// <summary>Strips that stand together; what is more than a page goes on with the next one all the same.</summary>
    private void Put(IReadOnlyList<Strip> together)
    {
        if (y + together.Sum(strip => strip.Height) > Paper.Bottom && together.Any(strip => strip.Marks.Count > 0))
            TurnPage();
        foreach (var strip in together)
        {
            if (y + strip.Height > Paper.Bottom && strip.Marks.Count > 0)
                TurnPage();
            pages[^1].AddRange(strip.At(Paper.Left, y));
            y += strip.Height;
        }
    }

    private void TurnPage()
    {
        // A fresh page gains nothing from another one.
        if (y <= Paper.NextTop)
            return;
        pages.Add([]);
        y = Paper.NextTop;
    }

    private static IEnumerable<PageMark> Margins(Letter letter, int page, int pages)
    {
        var texts = MessagesTexts.For(letter.Language);
        if (letter.Demo)
            yield return new TextMark(Paper.Left, DemoBaseLine, FontFace.Bold.Shape(texts.DemoOnPaper, FootSize));
        if (letter.Form is LetterForm.Letter)
        {
            var number = FontFace.Regular.Shape(texts.PageOf(page, pages), FootSize);
            yield return new TextMark(Paper.Left + Paper.TextWidth - number.Width, FootBaseLine, number);
            yield return new TextMark(Paper.Left, FootBaseLine, FontFace.Regular.Shape(letter.Reference, FootSize));
        }
    }
}
