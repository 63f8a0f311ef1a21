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

    private const string Repack =
        """
        async ({ picture, width }) => {
            const bytes = Uint8Array.from(atob(picture), character => character.charCodeAt(0));
            const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const canvas = new OffscreenCanvas(width, Math.round(bitmap.height * width / bitmap.width));
            const context = canvas.getContext('2d');
            context.imageSmoothingQuality = 'high';
            context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
            const packed = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })).arrayBuffer());
            return btoa(Array.from(packed, byte => String.fromCharCode(byte)).join(''));
        }
        """;

    /// <summary>Looks at the open screen.</summary>
    /// <param name="visitor">Whose screen.</param>
    /// <param name="picture">What a picture of it is called: <c>{phone or desktop}-{picture}-{language}.webp</c>; null for none.</param>
    public static async Task LookAsync(this Visitor visitor, string? picture = null)
    {
        var page = visitor.Page;
        if (picture is not null && Environment.GetEnvironmentVariable(PicturesWanted) is { Length: > 0 })
            await File.WriteAllBytesAsync(ProductFiles.PathOf($"docs/images/{(visitor.IsPhone ? "phone" : "desktop")}-{picture}-{visitor.Language}.webp"), await visitor.PictureAsync());

        foreach (var colours in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours });
            await page.AssertAccessibleAsync();
        }

        await page.AssertFitsAsync();
    }

    /// <summary>What the window shows as WebP, which Playwright does not write itself; that of a phone half as fine again as its CSS pixels.</summary>
    private static async Task<byte[]> PictureAsync(this Visitor visitor)
    {
        var png = await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Caret = ScreenshotCaret.Hide });
        var width = visitor.Page.ViewportSize!.Width * (visitor.IsPhone ? 3 : 2) / 2;
        return Convert.FromBase64String(await visitor.Page.EvaluateAsync<string>(Repack, new { picture = Convert.ToBase64String(png), width }));
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
