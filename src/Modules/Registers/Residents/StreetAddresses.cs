using System.Text;

namespace Modellstadt.Registers;

/// <summary>Compares streets and house numbers written in one line.</summary>
public static class StreetAddresses
{
    /// <summary>True for the same place however written: <c>Georgstr. 17 A</c> and <c>Georgstraße 17a</c>.</summary>
    public static bool Same(string? one, string? other) => one is not null && other is not null && Comparable(one) == Comparable(other);

    private static string Comparable(string address)
    {
        var letters = new StringBuilder(address.Length);
        foreach (var rune in NameCharacters.Compose(address).EnumerateRunes())
        {
            if (Rune.IsDigit(rune) || rune.Value == '/')
                letters.Append(rune.ToString());
            else if (NameCharacters.SearchForm(rune.ToString(), (_, searchForm) => searchForm) is { } searchForm)
                letters.Append(searchForm);
            else
                letters.Append(rune.ToString());
        }

        letters.Replace("STRASSE", "STR").Replace(" ", "");
        return letters.ToString();
    }
}
