using System.Globalization;
using System.Text;

namespace Modellstadt.Messages.Letters;

/// <summary>Breaks text into lines at blanks; a word longer than a line is broken between letters, so that nothing leaves the page.</summary>
internal static class LineBreaks
{
    /// <summary>The lines of a text; at least one.</summary>
    /// <param name="text">The text; line breaks of its own count as blanks.</param>
    /// <param name="face">The font.</param>
    /// <param name="size">Size of type in points.</param>
    /// <param name="width">Length of a line in points.</param>
    public static IReadOnlyList<ShapedText> Of(string text, FontFace face, float size, float width)
    {
        var lines = new List<ShapedText>();
        var line = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, face, size, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && face.Shape(longer, size).Width > width)
            {
                lines.Add(face.Shape(line.ToString(), size));
                longer = word;
            }

            line.Clear().Append(longer);
        }

        lines.Add(face.Shape(line.ToString(), size));
        return lines;
    }

    private static IEnumerable<string> Pieces(string word, FontFace face, float size, float width)
    {
        if (face.Shape(word, size).Width <= width)
            return [word];

        var pieces = new List<string> { "" };
        foreach (var letter in Letters(word))
        {
            if (face.Shape(pieces[^1] + letter, size).Width > width && pieces[^1].Length > 0)
                pieces.Add("");
            pieces[^1] += letter;
        }

        return pieces;
    }

    /// <summary>Letters with their marks.</summary>
    private static IEnumerable<string> Letters(string word)
    {
        var letters = StringInfo.GetTextElementEnumerator(word);
        while (letters.MoveNext())
            yield return letters.GetTextElement();
    }
}
