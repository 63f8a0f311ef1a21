using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Kernel.Pages;

/// <summary>Whether the wallet is on this device or on another one: the button that was pressed says it, else the kind of device.</summary>
public static class DeviceChoice
{
    /// <summary>The wallet is on this device.</summary>
    public const string Same = "same";

    /// <summary>The wallet is on another device.</summary>
    public const string Other = "other";

    /// <summary>True when the wallet is on another device.</summary>
    /// <param name="chosen">What the form field <c>device</c> says; null when it is missing.</param>
    /// <param name="context">The request.</param>
    public static bool IsOther(string? chosen, HttpContext context) => chosen switch
    {
        Same => false,
        Other => true,
        _ => !RequestDevice.IsPhone(context),
    };
}
