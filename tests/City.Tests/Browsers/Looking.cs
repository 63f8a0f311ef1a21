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

    /// <summary>Elements with words of their own that are wider or higher than the room they are cut to; a closed list of choices is drawn by the browser.</summary>
    private const string Cut =
        """
        () => [...document.querySelectorAll('main *, header *, nav *, dialog *')]
            .filter(element => !element.closest('.visually-hidden, svg, option') && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ''))
            .filter(element => {
                const range = document.createRange();
                range.selectNodeContents(element);
                const words = range.getBoundingClientRect();
                for (let around = element; around && around !== document.body; around = around.parentElement) {
                    if (!/hidden|clip/.test(getComputedStyle(around).overflow)) continue;
                    const room = around.getBoundingClientRect();
                    if (words.left < room.left - 1 || words.right > room.right + 1 || words.top < room.top - 1 || words.bottom > room.bottom + 1) return true;
                }
                return words.left < -1 || words.right > innerWidth + 1;
            })
            .map(element => element.outerHTML.slice(0, 120))
        """;

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
    /// <param name="alsoDark">True for a second picture in dark colours, <c>{picture}-dark</c>.</param>
    public static async Task LookAsync(this Visitor visitor, string? picture = null, bool alsoDark = false)
    {
        var page = visitor.Page;
        // Every screen has a heading; without one it is not drawn yet.
        await page.Locator("h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        // The heading may be there before the style sheet is.
        await page.WaitForLoadStateAsync();
        await visitor.KeepPictureAsync(picture);
        foreach (var colours in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours });
            if (alsoDark && colours is ColorScheme.Dark)
                await visitor.KeepPictureAsync($"{picture}-dark");
            await page.AssertAccessibleAsync(onlyColours: colours is ColorScheme.Dark);
        }

        await page.AssertFitsAsync();
    }

    /// <summary>Looks at the open screen of the wallet in larger letters too: nothing is cut off, and nothing has to be scrolled sideways.</summary>
    /// <param name="visitor">Whose screen.</param>
    /// <param name="picture">As for <see cref="LookAsync"/>.</param>
    public static async Task LookCloselyAsync(this Visitor visitor, string? picture = null)
    {
        await visitor.LookAsync(picture);
        var page = visitor.Page;
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await page.AssertFitsAsync();
        var cut = await page.EvaluateAsync<string[]>(Cut);
        Assert.True(cut.Length == 0, $"{page.Url} in {visitor.Language} cuts at 200 %: {string.Join(", ", cut)}");
        await page.EvaluateAsync("document.documentElement.style.fontSize = ''");
    }

    private static async Task KeepPictureAsync(this Visitor visitor, string? picture)
    {
        if (picture is not null && Environment.GetEnvironmentVariable(PicturesWanted) is { Length: > 0 })
            await File.WriteAllBytesAsync(ProductFiles.PathOf($"docs/images/{(visitor.IsPhone ? "phone" : "desktop")}-{picture}-{visitor.Language}.webp"), await visitor.PictureAsync());
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
