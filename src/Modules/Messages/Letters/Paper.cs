namespace Modellstadt.Messages.Letters;

/// <summary>A4 and the places on it (DIN 5008:2020, form B), in points.</summary>
internal static class Paper
{
    public static readonly float Width = Mm(210);
    public static readonly float Height = Mm(297);
    public static readonly float Left = Mm(25);
    public static readonly float TextWidth = Mm(165);

    /// <summary>Where the text ends; the page number stands below.</summary>
    public static readonly float Bottom = Mm(272);

    /// <summary>Where the text of a second page begins.</summary>
    public static readonly float NextTop = Mm(25);

    /// <summary>Millimetres in points.</summary>
    public static float Mm(float millimetres) => millimetres * 72f / 25.4f;
}
