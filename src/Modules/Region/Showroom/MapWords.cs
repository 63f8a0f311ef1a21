using Microsoft.AspNetCore.Components;

namespace Modellstadt.Region.Showroom;

/// <summary>Words on the drawn map: SVG's element for them has a name that Razor keeps for itself.</summary>
internal static class MapWords
{
    /// <summary>Draws words.</summary>
    /// <param name="kind"><c>name</c> or <c>count</c>.</param>
    /// <param name="x">Their middle.</param>
    /// <param name="y">The line they stand on.</param>
    /// <param name="words">The words.</param>
    public static RenderFragment At(string kind, double x, double y, string words) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", $"region-map__{kind}");
        builder.AddAttribute(2, "x", MapPoint.Number(x));
        builder.AddAttribute(3, "y", MapPoint.Number(y));
        builder.AddContent(4, words);
        builder.CloseElement();
    };
}
