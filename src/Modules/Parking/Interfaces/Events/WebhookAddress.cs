using System.Net;

namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>Which addresses messages may go to. What a name leads to is looked at again with each connection (<see cref="EventLine"/>).</summary>
internal static class WebhookAddress
{
    private const int Longest = 500;

    /// <summary>The address; null when messages may not go there.</summary>
    /// <param name="written">What the client sent.</param>
    /// <param name="trial">True in a trial on one machine: plain HTTP and private networks are then taken.</param>
    public static Uri? Read(string? written, bool trial)
    {
        if (written is not { Length: > 0 and <= Longest } || !Uri.TryCreate(written, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            return null;
        if (trial)
            return url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps ? url : null;
        var isPublic = IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var address) ? PublicAddress.Is(address) : url.IdnHost.Contains('.', StringComparison.Ordinal) && !url.IsLoopback;
        return url.Scheme == Uri.UriSchemeHttps && isPublic ? url : null;
    }
}
