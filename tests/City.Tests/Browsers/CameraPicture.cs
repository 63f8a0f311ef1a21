using System.Text;
using Microsoft.Playwright;

namespace Modellstadt.City.Tests.Browsers;

/// <summary>What Chromium's fake camera sees: a video (YUV4MPEG2, 640 × 480, 30 pictures a second, grey) that begins again at its end.</summary>
internal static class CameraPicture
{
    private const int Width = 640;
    private const int Height = 480;

    private const string BrightnessOfPicture =
        """
        async ({ picture, width, height }) => {
            const bytes = Uint8Array.from(atob(picture), character => character.charCodeAt(0));
            const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const scale = Math.min(width / bitmap.width, height / bitmap.height);
            const context = new OffscreenCanvas(width, height).getContext('2d');
            context.fillStyle = '#fff';
            context.fillRect(0, 0, width, height);
            context.drawImage(bitmap, (width - bitmap.width * scale) / 2, (height - bitmap.height * scale) / 2, bitmap.width * scale, bitmap.height * scale);
            const { data } = context.getImageData(0, 0, width, height);
            let text = '';
            for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(data[at]);
            return btoa(text);
        }
        """;

    /// <summary>The video of a picture that stands still; any page of the browser serves to read the picture.</summary>
    public static Task<byte[]> OfAsync(byte[] picture, IPage page) => FilmAsync([picture], 1, page);

    /// <summary>The video of pictures that follow each other.</summary>
    /// <param name="pictures">PNG files.</param>
    /// <param name="frames">How many thirtieths of a second each is seen.</param>
    /// <param name="page">Any page of the browser.</param>
    public static async Task<byte[]> FilmAsync(IEnumerable<byte[]> pictures, int frames, IPage page)
    {
        using var video = new MemoryStream();
        var colourless = Enumerable.Repeat((byte)128, Width * Height / 2).ToArray();
        video.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F30:1 Ip A1:1 C420jpeg\n"));
        foreach (var picture in pictures)
        {
            var brightness = Convert.FromBase64String(
                await page.EvaluateAsync<string>(BrightnessOfPicture, new { picture = Convert.ToBase64String(picture), width = Width, height = Height }));
            for (var frame = 0; frame < frames; frame++)
            {
                video.Write("FRAME\n"u8);
                video.Write(brightness);
                video.Write(colourless);
            }
        }

        return video.ToArray();
    }
}
