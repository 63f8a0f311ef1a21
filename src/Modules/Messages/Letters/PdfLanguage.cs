// ISO 32000-1 §7.5.6 (incremental updates) and §14.9.2 (natural language): the drawing library writes no language, so the catalog gets one.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Modellstadt.Messages.Letters;

/// <summary>Says in which language a PDF is written, for those who have it read aloud.</summary>
internal static partial class PdfLanguage
{
    /// <summary>The file with a new version of its catalog appended, as an editor would save it.</summary>
    /// <param name="pdf">A PDF with a cross-reference table.</param>
    /// <param name="tag">The language: <c>de</c>.</param>
    /// <exception cref="InvalidOperationException">The file is not built as the drawing library builds it.</exception>
    public static byte[] Set(byte[] pdf, string tag)
    {
        // Latin-1 keeps one character for each byte.
        var text = Encoding.Latin1.GetString(pdf);
        var end = TrailerForm().Match(text, text.LastIndexOf("trailer", StringComparison.Ordinal));
        var root = RootForm().Match(end.Groups["entries"].Value);
        var catalog = new Regex($@"(?<=\n){root.Groups["number"].Value} 0 obj\n<<(?<entries>.*?)>>\nendobj", RegexOptions.Singleline).Match(text);
        if (!end.Success || !root.Success || !catalog.Success)
            throw new InvalidOperationException("The PDF has no catalog where one is expected.");

        var update = new StringBuilder("\n");
        var catalogAt = pdf.Length + update.Length;
        update.Append(CultureInfo.InvariantCulture, $"{root.Groups["number"].Value} 0 obj\n<<{catalog.Groups["entries"].Value}\n/Lang ({tag})>>\nendobj\n");
        var tableAt = pdf.Length + update.Length;
        update.Append(CultureInfo.InvariantCulture, $"xref\n{root.Groups["number"].Value} 1\n{catalogAt:0000000000} 00000 n \n");
        update.Append(CultureInfo.InvariantCulture, $"trailer\n<<{end.Groups["entries"].Value}\n/Prev {end.Groups["table"].Value}>>\nstartxref\n{tableAt}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    [GeneratedRegex(@"trailer\n<<(?<entries>.*?)>>\nstartxref\n(?<table>\d+)\n%%EOF", RegexOptions.Singleline)]
    private static partial Regex TrailerForm();

    [GeneratedRegex(@"/Root (?<number>\d+) 0 R")]
    private static partial Regex RootForm();
}
