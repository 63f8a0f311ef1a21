using Modellstadt.Kernel.Texts;

namespace Modellstadt.Messages.Letters;

/// <summary>The upper part of a letter's first page (DIN 5008:2020, form B): address window, information block, marks for folding and punching.</summary>
internal static class LetterHead
{
    private const float ReturnSize = 7;
    private const float AddressSize = 10.5f;
    private const float SmallAddressSize = 8;
    private const float BlockSize = 9.5f;

    private static readonly float WindowWidth = Paper.Mm(80);
    private static readonly float AddressTop = Paper.Mm(62.7f);
    private static readonly float AddressHeight = Paper.Mm(27.3f);
    private static readonly float BlockLeft = Paper.Mm(125);
    private static readonly float BlockTop = Paper.Mm(32);
    private static readonly float BlockWidth = Paper.Mm(65);
    private static readonly float TextTop = Paper.Mm(98.5f);

    /// <summary>The marks of the head, and where the text begins below it.</summary>
    public static (IReadOnlyList<PageMark> Marks, float Below) Of(Letter letter, PostalAddress addressee)
    {
        var (returnLines, returnHeight) = Column([string.Join(" · ", letter.Sender.Address.Lines)], FontFace.Regular, ReturnSize, WindowWidth);
        var (addressLines, addressHeight) = Column(addressee.Lines, FontFace.Regular, AddressSize, WindowWidth);
        if (addressHeight > AddressHeight)
            (addressLines, _) = Column(addressee.Lines, FontFace.Regular, SmallAddressSize, WindowWidth);
        var (name, nameHeight) = Column([letter.Sender.Address.Name], FontFace.Bold, BlockSize, BlockWidth);
        var (block, blockHeight) = Column(Block(letter), FontFace.Regular, BlockSize, BlockWidth);

        IReadOnlyList<PageMark> marks =
        [
            .. returnLines.SelectMany(strip => strip.Strip.At(Paper.Left, AddressTop - returnHeight - 2 + strip.Y)),
            .. addressLines.SelectMany(strip => strip.Strip.At(Paper.Left, AddressTop + strip.Y)),
            .. name.SelectMany(strip => strip.Strip.At(BlockLeft, BlockTop + strip.Y)),
            .. block.SelectMany(strip => strip.Strip.At(BlockLeft, BlockTop + nameHeight + strip.Y)),
            Fold(105), Fold(148.5f), Fold(210),
        ];
        return (marks, Math.Max(TextTop, BlockTop + nameHeight + blockHeight + Paper.Mm(8)));
    }

    private static IEnumerable<string> Block(Letter letter)
    {
        var texts = MessagesTexts.For(letter.Language);
        return
        [
            .. letter.Sender.Address.Lines.Skip(1),
            .. letter.Sender.Contact.Select(row => $"{row.Label}: {row.Value}"),
            $"{texts.Reference}: {letter.Reference}",
            $"{texts.Day}: {letter.Day.ToString("D", letter.Language.Culture())}",
        ];
    }

    private static (IReadOnlyList<(Strip Strip, float Y)> Lines, float Height) Column(IEnumerable<string> texts, FontFace face, float size, float width)
    {
        var (lines, y) = (new List<(Strip, float)>(), 0f);
        foreach (var strip in texts.SelectMany(text => BlockStrips.Lines(text, face, size, width)))
        {
            lines.Add((strip, y));
            y += strip.Height;
        }

        return (lines, y);
    }

    private static BarMark Fold(float millimetres) => new(Paper.Mm(5), Paper.Mm(millimetres), Paper.Mm(4), 0.5f);
}
