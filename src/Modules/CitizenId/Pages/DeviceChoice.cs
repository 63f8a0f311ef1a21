using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Web;

namespace Modellstadt.CitizenId;

/// <summary>Whether the wallet is on this device or on another one: the button that was pressed says it, else the kind of device.</summary>
internal static class DeviceChoice
{
    public const string Same = "same";
    public const string Other = "other";

    public static bool IsOther(string? chosen, HttpContext context) => chosen switch
    {
        Same => false,
        Other => true,
        _ => !RequestDevice.IsPhone(context),
    };
}
