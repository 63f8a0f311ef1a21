using QRCoder;

namespace Modellstadt.Messages.Letters;

/// <summary>Cuts the blocks of a letter into strips.</summary>
/// <param name="textSize">Size of its text in points.</param>
internal sealed class BlockStrips(float textSize)
{
    private const float BlockGap = 7;
    private const int LongestQrContent = 2000;
    private const int SmallestQrCode = 20;
    private const int LargestQrCode = 160;

    private static readonly float LabelWidth = Paper.Mm(55);
    private static readonly float ListIndent = Paper.Mm(5);
    private static readonly float FigureWidth = Paper.Mm(29);

    /// <summary>The strips of a block.</summary>
    /// <exception cref="ArgumentException">A QR code carries too much or has no fitting size.</exception>
    public IEnumerable<Strip> Of(LetterBlock block) => block switch
    {
        LetterParagraph paragraph => Paragraph(paragraph.Text),
        LetterHeading heading => Heading(heading.Text, textSize + 1),
        LetterTable table => [.. table.Rows.Select(Row), Strip.Gap(BlockGap)],
        LetterFigures figures => Figures(figures),
        LetterList list => [.. list.Items.SelectMany(Item), Strip.Gap(BlockGap)],
        LetterQrCode code => [QrCode(code), Strip.Gap(BlockGap)],
        LetterRemedy remedy => [.. Heading(remedy.Heading, textSize + 1), .. remedy.Paragraphs.SelectMany(Paragraph)],
        _ => throw new ArgumentException($"A letter has no block {block.GetType().Name}.", nameof(block)),
    };

    /// <summary>A heading of a size in points.</summary>
    public static IEnumerable<Strip> Heading(string text, float size) =>
        [Strip.Gap(BlockGap / 2) with { KeepsWithNext = true }, .. Lines(text, FontFace.Bold, size, Paper.TextWidth).Select(line => line with { KeepsWithNext = true }), Strip.Gap(size / 4) with { KeepsWithNext = true }];

    /// <summary>Lines below each other, each a strip.</summary>
    public static IEnumerable<Strip> Lines(string text, FontFace face, float size, float width) =>
        LineBreaks.Of(text, face, size, width).Select(line => new Strip(size * 1.36f, [new TextMark(0, size * 1.05f, line)]));

    private IEnumerable<Strip> Paragraph(string text) => [.. TogetherAtBothEnds([.. Lines(text, FontFace.Regular, textSize, Paper.TextWidth)]), Strip.Gap(BlockGap)];

    private static IEnumerable<Strip> TogetherAtBothEnds(IReadOnlyList<Strip> lines) =>
        lines.Select((line, index) => line with { KeepsWithNext = index < lines.Count - 1 && (index == 0 || index == lines.Count - 2) });

    private Strip Row(LetterRow row) => SideBySide(
        Lines(row.Label, FontFace.Bold, textSize, LabelWidth - Paper.Mm(3)), Lines(row.Value, FontFace.Regular, textSize, Paper.TextWidth - LabelWidth), LabelWidth);

    /// <summary>The headings stay with the first row.</summary>
    private IEnumerable<Strip> Figures(LetterFigures figures) =>
    [
        FigureRow(figures.Columns, FontFace.Bold, textSize - 3) with { KeepsWithNext = true },
        .. figures.Rows.Select(row => FigureRow([row.Label, .. row.Figures], row.IsSum ? FontFace.Bold : FontFace.Regular, textSize - 2)),
        Strip.Gap(BlockGap),
    ];

    private static Strip FigureRow(IReadOnlyList<string> cells, FontFace face, float size)
    {
        var labelWidth = Paper.TextWidth - FigureWidth * (cells.Count - 1);
        List<Strip> stacks = [Stacked(Lines(cells[0], face, size, labelWidth), 0)];
        for (var column = 1; column < cells.Count; column++)
        {
            var right = labelWidth + FigureWidth * column;
            stacks.Add(Stacked(LineBreaks.Of(cells[column], face, size, FigureWidth - Paper.Mm(2)).Select(line => new Strip(size * 1.36f, [new TextMark(right - line.Width, size * 1.05f, line)])), 0));
        }

        return new Strip(stacks.Max(stack => stack.Height) + 2, [.. stacks.SelectMany(stack => stack.Marks)]);
    }

    private IEnumerable<Strip> Item(string text) =>
        [SideBySide(Lines("•", FontFace.Regular, textSize, ListIndent), Lines(text, FontFace.Regular, textSize, Paper.TextWidth - ListIndent), ListIndent)];

    private static Strip SideBySide(IEnumerable<Strip> left, IEnumerable<Strip> right, float indent)
    {
        var (one, other) = (Stacked(left, 0), Stacked(right, indent));
        return new Strip(Math.Max(one.Height, other.Height) + 2, [.. one.Marks, .. other.Marks]);
    }

    private static Strip Stacked(IEnumerable<Strip> strips, float x)
    {
        var (height, marks) = (0f, new List<PageMark>());
        foreach (var strip in strips)
        {
            marks.AddRange(strip.At(x, height));
            height += strip.Height;
        }

        return new Strip(height, marks);
    }

    private Strip QrCode(LetterQrCode code)
    {
        if (code.Content.Length is 0 or > LongestQrContent || code.Millimetres is < SmallestQrCode or > LargestQrCode)
            throw new ArgumentException($"A QR code carries 1 to {LongestQrContent} characters and is {SmallestQrCode} to {LargestQrCode} mm wide.", nameof(code));

        var side = Paper.Mm(code.Millimetres);
        var label = Stacked(Lines(code.Label, FontFace.Regular, textSize, Paper.TextWidth), 0);
        return new Strip(side + label.Height, [.. Modules(code.Content, side), .. label.At(0, side)]);
    }

    /// <summary>Dark modules, those of a row that touch as one bar.</summary>
    private static IEnumerable<PageMark> Modules(string content, float side)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var module = side / code.ModuleMatrix.Count;
        var bars = new List<PageMark>();
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            var line = code.ModuleMatrix[row];
            for (var column = 0; column < line.Count; column++)
            {
                var first = column;
                while (column < line.Count && line[column])
                    column++;
                if (column > first)
                    bars.Add(new BarMark(first * module, row * module, (column - first) * module, module));
            }
        }

        return bars;
    }
}
