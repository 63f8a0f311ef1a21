using System.Runtime.InteropServices;
using HarfBuzzSharp;
using SkiaSharp;

namespace Modellstadt.Messages.Letters;

/// <summary>One of the two embedded fonts. Text is shaped by HarfBuzz, so that marks of letters such as M̂ stand where they belong.</summary>
internal sealed class FontFace
{
    private readonly Font shaping;
    private readonly float unitsPerEm;

    private FontFace(string file)
    {
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream("Fonts/" + file)!;
        using var content = SKData.Create(stream);
        Typeface = SKTypeface.FromData(content);
        // HarfBuzz reads the font from this memory as long as the process lives.
        var bytes = content.ToArray();
        var blob = new Blob(GCHandle.Alloc(bytes, GCHandleType.Pinned).AddrOfPinnedObject(), bytes.Length, MemoryMode.ReadOnly);
        blob.MakeImmutable();
        var face = new Face(blob, 0);
        face.MakeImmutable();
        shaping = new Font(face);
        shaping.SetScale(face.UnitsPerEm, face.UnitsPerEm);
        unitsPerEm = face.UnitsPerEm;
    }

    /// <summary>Text.</summary>
    public static FontFace Regular { get; } = new("NotoSans-Regular.ttf");

    /// <summary>Headings and labels.</summary>
    public static FontFace Bold { get; } = new("NotoSans-Bold.ttf");

    /// <summary>The font as it is drawn and embedded.</summary>
    public SKTypeface Typeface { get; }

    /// <summary>Glyphs and positions of one line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="size">Size of type in points.</param>
    public ShapedText Shape(string text, float size)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        shaping.Shape(buffer);

        var scale = size / unitsPerEm;
        var (glyphs, positions) = (new ushort[buffer.Length], new SKPoint[buffer.Length]);
        var at = 0f;
        for (var index = 0; index < glyphs.Length; index++)
        {
            var position = buffer.GlyphPositions[index];
            glyphs[index] = (ushort)buffer.GlyphInfos[index].Codepoint;
            positions[index] = new SKPoint(at + position.XOffset * scale, -position.YOffset * scale);
            at += position.XAdvance * scale;
        }

        return new ShapedText(this, size, glyphs, positions, at);
    }
}

/// <summary>A line ready to be drawn.</summary>
/// <param name="Face">Its font.</param>
/// <param name="Size">Size of type in points.</param>
/// <param name="Glyphs">Numbers of the glyphs in the font.</param>
/// <param name="Positions">Where each stands, from the beginning of the line, in points.</param>
/// <param name="Width">Length of the line in points.</param>
internal sealed record ShapedText(FontFace Face, float Size, ushort[] Glyphs, SKPoint[] Positions, float Width);
