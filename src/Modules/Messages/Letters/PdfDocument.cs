using Modellstadt.Kernel.Texts;
using SkiaSharp;

namespace Modellstadt.Messages.Letters;

/// <summary>Draws pages into a PDF.</summary>
internal static class PdfDocument
{
    /// <summary>The file; the same arguments give the same bytes.</summary>
    public static byte[] Of(string title, Language language, DateOnly day, IReadOnlyList<Page> pages)
    {
        var written = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        using var content = new MemoryStream();
        using (var document = SKDocument.CreatePdf(content, new SKDocumentPdfMetadata { Title = title, Creator = "Modellstadt", Creation = written, Modified = written }))
        {
            foreach (var page in pages)
            {
                Draw(document.BeginPage(Paper.Width, Paper.Height), page);
                document.EndPage();
            }

            document.Close();
        }

        return PdfLanguage.Set(content.ToArray(), language.Tag());
    }

    private static void Draw(SKCanvas canvas, Page page)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        foreach (var mark in page.Marks)
        {
            switch (mark)
            {
                case TextMark text:
                    DrawText(canvas, text, ink);
                    break;
                case BarMark bar:
                    canvas.DrawRect(bar.X, bar.Y, bar.Width, bar.Height, ink);
                    break;
            }
        }
    }

    private static void DrawText(SKCanvas canvas, TextMark mark, SKPaint ink)
    {
        if (mark.Text.Glyphs.Length == 0)
            return;

        using var font = new SKFont(mark.Text.Face.Typeface, mark.Text.Size) { Subpixel = true, LinearMetrics = true };
        using var run = new SKTextBlobBuilder();
        run.AddPositionedRun(mark.Text.Glyphs, font, mark.Text.Positions);
        using var blob = run.Build();
        canvas.DrawText(blob, mark.X, mark.Y, ink);
    }
}
