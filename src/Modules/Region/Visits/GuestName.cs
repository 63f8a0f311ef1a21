using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Visits;

/// <summary>What guests are called: a colour and an animal, made up from the guest's number, so that nobody types a name and no two of a visit are the same.</summary>
/// <param name="Name">The name.</param>
/// <param name="Colour">Its colour, <c>#rrggbb</c>.</param>
internal sealed record GuestName(LocalizedText Name, string Colour)
{
    private static readonly (string German, string English, string Code)[] Colours =
    [
        ("Blauer", "Blue", "#1f5fbf"), ("Grüner", "Green", "#1e8449"), ("Roter", "Red", "#c0392b"), ("Gelber", "Yellow", "#d4ac0d"),
        ("Violetter", "Violet", "#7d3c98"), ("Oranger", "Orange", "#d35400"), ("Türkiser", "Turquoise", "#148f8f"), ("Brauner", "Brown", "#7b4a2e"),
    ];

    // In German all of them take the same ending of the colour.
    private static readonly (string German, string English)[] Animals =
    [
        ("Otter", "otter"), ("Dachs", "badger"), ("Fuchs", "fox"), ("Igel", "hedgehog"), ("Luchs", "lynx"), ("Biber", "beaver"), ("Hase", "hare"),
        ("Falke", "falcon"), ("Kranich", "crane"), ("Hirsch", "deer"), ("Frosch", "frog"),
    ];

    /// <summary>The name of a guest; those of the numbers up to 88 are all different, as 8 and 11 have no factor in common.</summary>
    /// <param name="number">From 1.</param>
    public static GuestName Of(int number)
    {
        var (colour, animal) = (Colours[(number - 1) % Colours.Length], Animals[(number - 1) % Animals.Length]);
        return new(new LocalizedText($"{colour.German} {animal.German}", $"{colour.English} {animal.English}"), colour.Code);
    }

    /// <summary>The name in a language.</summary>
    public string In(Language language) => Name.In(language);
}
