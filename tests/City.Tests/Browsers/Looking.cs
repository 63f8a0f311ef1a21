using Microsoft.Playwright;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests.Browsers;

/// <summary>Looking at a screen: axe finds nothing in light and dark, it fits a narrow window, and, when asked for, it is kept as a picture.</summary>
internal static class Looking
{
    /// <summary>Set to anything: the pictures of the README and the guides are written to <c>docs/images</c>.</summary>
    private const string PicturesWanted = "MODELLSTADT_SCREENSHOTS";

    /// <summary>WCAG 2.2, 1.4.10: so much is left of 1280 pixels at a zoom of 400 %.</summary>
    private const int NarrowWidth = 320;

    /// <summary>Looks at the open screen.</summary>
    /// <param name="visitor">Whose screen.</param>
    /// <param name="name">What it shows; the picture is called <c>{phone or desktop}-{name}-{language}.png</c>.</param>
    /// <param name="dark">True: the picture is taken in dark colours.</param>
    public static async Task LookAsync(this Visitor visitor, string name, bool dark = false)
    {
        var page = visitor.Page;
        foreach (var colours in (ColorScheme[])[dark ? ColorScheme.Light : ColorScheme.Dark, dark ? ColorScheme.Dark : ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours });
            await page.AssertAccessibleAsync();
        }

        await page.AssertFitsAsync();
        if (Environment.GetEnvironmentVariable(PicturesWanted) is { Length: > 0 })
        {
            var path = ProductFiles.PathOf($"docs/images/{(visitor.IsPhone ? "phone" : "desktop")}-{name}-{visitor.Language}.png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, Scale = ScreenshotScale.Css, Caret = ScreenshotCaret.Hide });
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }

    /// <summary>Nothing has to be scrolled sideways in a narrow window.</summary>
    private static async Task AssertFitsAsync(this IPage page)
    {
        var usual = page.ViewportSize!;
        await page.SetViewportSizeAsync(NarrowWidth, usual.Height);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await page.SetViewportSizeAsync(usual.Width, usual.Height);
        Assert.True(width <= NarrowWidth, $"{page.Url} is {width} pixels wide in a window of {NarrowWidth}.");
    }
}
