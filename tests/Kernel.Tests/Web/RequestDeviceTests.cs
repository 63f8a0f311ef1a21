using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Kernel.Tests.Web;

public sealed class RequestDeviceTests
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";
    private const string Iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
    private const string Desktop = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

    [Theory]
    [InlineData(Phone, null, true)]
    [InlineData(Iphone, null, true)]
    [InlineData(Desktop, null, false)]
    [InlineData(Desktop, "?1", true)]
    [InlineData("", null, false)]
    public void A_phone_is_recognised_by_its_hint_or_its_name(string agent, string? hint, bool phone) => Assert.Equal(phone, RequestDevice.IsPhone(From(agent, hint)));

    [Theory]
    [InlineData("same", Desktop, false)]
    [InlineData("other", Phone, true)]
    [InlineData(null, Phone, false)]
    [InlineData("nonsense", Desktop, true)]
    public void The_button_that_was_pressed_counts_more_than_the_guess(string? pressed, string agent, bool other) => Assert.Equal(other, DeviceChoice.IsOther(pressed, From(agent)));

    private static DefaultHttpContext From(string agent, string? hint = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.UserAgent = agent;
        if (hint is not null)
            context.Request.Headers["Sec-CH-UA-Mobile"] = hint;
        return context;
    }
}
