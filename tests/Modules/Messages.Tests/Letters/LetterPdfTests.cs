using System.Text;
using Modellstadt.Testing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Modellstadt.Messages.Tests.Letters;

/// <summary>Letters on paper, read back by a foreign reader of PDF.</summary>
public sealed class LetterPdfTests
{
    private const double PointsOfMillimetre = 72 / 25.4;

    [Fact]
    public void A_letter_says_on_paper_all_that_it_says()
    {
        using var pdf = PdfDocument.Open(LetterPdf.Of(SampleLetters.Decision));
        var text = WordsOf(pdf.GetPage(1));
        string[] said =
        [
            "Hauptstraße 12", "45879 Gelsenkirchen", "Telefon: 0209 169-0", "Aktenzeichen: GE-2026-000123", "24. November 2026",
            "Bescheid über Ihren Bewohnerparkausweis", "Er gilt ab dem ersten Tag.", "Was gilt", "Kennzeichen GE-AB 123", "Gebühr 30,00 €", "• Der Ausweis gilt für das genannte Kennzeichen.",
            "QR-Code für die Überweisung", "Ihre Rechte", "Gegen diesen Bescheid können Sie Klage erheben.", "Seite 1 von 1",
        ];
        // Letters with marks may fall apart into words, not into other letters.
        Assert.Contains("Zoë M̂ira Ạ̈ung-Łukasiewicz".Normalize(NormalizationForm.FormC), pdf.GetPage(1).Text.Normalize(NormalizationForm.FormC), StringComparison.Ordinal);
        Assert.All(said, words => Assert.Contains(words.Normalize(NormalizationForm.FormC), text, StringComparison.Ordinal));
        Assert.Equal(1, pdf.NumberOfPages);
    }

    [Fact]
    public void A_letter_names_its_title_and_language()
    {
        using var pdf = PdfDocument.Open(LetterPdf.Of(SampleLetters.Decision));
        Assert.Equal("Bescheid über Ihren Bewohnerparkausweis", pdf.Information.Title);
        Assert.Equal("de", Assert.IsType<StringToken>(pdf.Structure.Catalog.CatalogDictionary.Data["Lang"]).Data);
    }

    [Fact]
    public void Every_font_of_a_letter_lies_in_the_file()
    {
        using var pdf = PdfDocument.Open(LetterPdf.Of(SampleLetters.Decision));
        Assert.Equal(["NotoSans-Bold", "NotoSans-Regular"], pdf.GetPage(1).Letters.Select(letter => letter.FontName![7..]).Distinct().Order());
        Assert.Equal(2, Fonts(pdf).Count(font => font.ContainsKey(NameToken.FontFile2)));
    }

    [Fact]
    public void Figures_stand_below_each_other_at_their_right_edge()
    {
        var figures = new LetterFigures(["Art", "Soll", "Ist"], [new("Eigenanteil", ["9,99", "1.234,50"]), new("Insgesamt", ["128.970.000,00", "2.469,00"], IsSum: true)]);
        using var pdf = PdfDocument.Open(LetterPdf.Of(SampleLetters.Decision with { Blocks = [figures] }));
        var words = pdf.GetPage(1).GetWords().ToList();
        double RightOf(string text) => words.Single(word => word.Text == text).BoundingBox.Right;

        Assert.Equal(RightOf("9,99"), RightOf("128.970.000,00"), tolerance: 1);
        Assert.Equal(RightOf("1.234,50"), RightOf("2.469,00"), tolerance: 1);
        Assert.True(RightOf("9,99") < RightOf("2.469,00") && RightOf("2.469,00") <= 190.5 * PointsOfMillimetre);
        Assert.True(words.Single(word => word.Text == "Insgesamt").BoundingBox.Bottom < words.Single(word => word.Text == "Eigenanteil").BoundingBox.Bottom);
    }

    [Fact]
    public void Equal_letters_give_equal_bytes() => Assert.Equal(LetterPdf.Of(SampleLetters.Decision), LetterPdf.Of(SampleLetters.Decision with { }));

    [Fact]
    public void The_address_stands_in_the_window_of_the_envelope()
    {
        using var pdf = PdfDocument.Open(LetterPdf.Of(SampleLetters.Decision));
        var page = pdf.GetPage(1);
        var name = page.GetWords().First(word => word.Text == "Zoë").BoundingBox;
        // DIN 5008, form B: 20 to 105 mm from the left, 45 to 90 mm from above.
        Assert.InRange(name.Left, 20 * PointsOfMillimetre, 105 * PointsOfMillimetre);
        Assert.InRange(page.Height - name.Top, 45 * PointsOfMillimetre, 90 * PointsOfMillimetre);
    }

    [Fact]
    public void A_long_letter_numbers_its_pages_and_loses_no_sentence()
    {
        using var pdf = PdfDocument.Open(LetterPdf.Of(SampleLetters.Long));
        var pages = pdf.GetPages().ToList();
        Assert.True(pages.Count > 2);
        Assert.All(pages, page => Assert.Contains($"Seite {page.Number} von {pages.Count}", WordsOf(page), StringComparison.Ordinal));
        var text = string.Join(" ", pages.Select(WordsOf));
        Assert.All(Enumerable.Range(1, 60), number => Assert.Contains($"Absatz {number}.", text, StringComparison.Ordinal));
        Assert.All(pages.SelectMany(page => page.Letters), letter => Assert.InRange(letter.EndBaseLine.X, 0, 190.5 * PointsOfMillimetre));
    }

    [Fact]
    public void A_slip_is_one_page_without_a_name()
    {
        using var pdf = PdfDocument.Open(LetterPdf.Of(SampleLetters.Slip));
        Assert.Equal(1, pdf.NumberOfPages);
        Assert.DoesNotContain("Zoë", WordsOf(pdf.GetPage(1)), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LetterPdf.Of(SampleLetters.Slip with { Blocks = SampleLetters.Long.Blocks }));
    }

    [Fact]
    public void A_QR_code_is_black_bars_of_the_asked_size()
    {
        using var pdf = PdfDocument.Open(LetterPdf.Of(SampleLetters.Slip));
        var bars = pdf.GetPage(1).Paths.Where(path => path.IsFilled).Select(path => path.GetBoundingRectangle()!.Value).ToList();
        // The quiet zone is part of the side: 4 modules on each side.
        Assert.InRange(bars.Max(bar => bar.Right) - bars.Min(bar => bar.Left), 100 * PointsOfMillimetre, 120 * PointsOfMillimetre);
        Assert.Throws<ArgumentException>(() => LetterPdf.Of(SampleLetters.Slip with { Blocks = [new LetterQrCode("A", "zu groß", 161)] }));
        Assert.Throws<ArgumentException>(() => LetterPdf.Of(SampleLetters.Slip with { Blocks = [new LetterQrCode(new string('A', 2001), "zu viel", 100)] }));
    }

    [Fact]
    public void A_letter_about_made_up_data_says_DEMO_on_every_page()
    {
        using var pdf = PdfDocument.Open(LetterPdf.Of(SampleLetters.Long with { Demo = true }));
        Assert.All(pdf.GetPages(), page => Assert.Contains("DEMO", WordsOf(page), StringComparison.Ordinal));
        using var real = PdfDocument.Open(LetterPdf.Of(SampleLetters.Long));
        Assert.All(real.GetPages(), page => Assert.DoesNotContain("DEMO", WordsOf(page), StringComparison.Ordinal));
    }

    [Fact]
    public void Letters_printed_together_begin_on_a_front_page_and_count_their_own_pages()
    {
        using var pdf = PdfDocument.Open(LetterPdf.OfAll("Briefe", new DateOnly(2026, 11, 24), [SampleLetters.Decision, SampleLetters.Decision with { Reference = "GE-2026-000124" }]));
        Assert.Equal(4, pdf.NumberOfPages);
        Assert.Contains("GE-2026-000123", WordsOf(pdf.GetPage(1)), StringComparison.Ordinal);
        Assert.Empty(pdf.GetPage(2).Letters);
        Assert.Contains("GE-2026-000124", WordsOf(pdf.GetPage(3)), StringComparison.Ordinal);
        Assert.Contains("Seite 1 von 1", WordsOf(pdf.GetPage(3)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_fonts_know_every_letter_of_DIN_91379()
    {
        var letters = File.ReadLines(ProductFiles.PathOf("src/Modules/Registers/Names/din-91379-letters.txt"))
            .Where(line => !line.StartsWith('#')).SelectMany(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.True(letters.Count > 600);
        // Glyph 0 is the box of a letter that a font does not have.
        Assert.All(letters, letter => Assert.DoesNotContain((ushort)0, Messages.Letters.FontFace.Regular.Shape(letter, 11).Glyphs));
        Assert.All(letters, letter => Assert.DoesNotContain((ushort)0, Messages.Letters.FontFace.Bold.Shape(letter, 11).Glyphs));
        Assert.Contains((ushort)0, Messages.Letters.FontFace.Regular.Shape("漢", 11).Glyphs);
    }

    /// <summary>In normal form C: a letter with two marks may be drawn as another letter with one.</summary>
    private static string WordsOf(Page page) => string.Join(" ", page.GetWords().Select(word => word.Text)).Normalize(NormalizationForm.FormC);

    private static IEnumerable<DictionaryToken> Fonts(PdfDocument pdf) =>
        from number in Enumerable.Range(1, 100)
        let found = pdf.Structure.TokenScanner.Get(new UglyToad.PdfPig.Core.IndirectReference(number, 0))?.Data as DictionaryToken
        where found is not null && found.Data.TryGetValue("Type", out var type) && type is NameToken { Data: "FontDescriptor" }
        select found;
}
