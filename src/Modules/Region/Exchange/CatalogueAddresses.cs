using System.Globalization;

namespace Modellstadt.Region.Exchange;

/// <summary>Where the register stands for machines of others.</summary>
internal static class CatalogueAddresses
{
    /// <summary>The whole register, in pages.</summary>
    public const string Catalogue = "/region/catalogue";

    /// <summary>A page.</summary>
    /// <param name="number">From 1.</param>
    public static string Page(int number) => string.Create(CultureInfo.InvariantCulture, $"{Catalogue}?page={number}");

    /// <summary>A project.</summary>
    public static string Entry(string id) => $"{Catalogue}/{id}";

    /// <summary>The <c>publiccode.yml</c> of a project whose result is software.</summary>
    public static string Publiccode(string id) => $"{Entry(id)}/publiccode.yml";
}
