using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Modellstadt.Issuer.Management;

/// <summary>What became of an offer.</summary>
internal sealed record OfferStateResponse(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("state"), Description("open, deferred, redeemed, refused or expired.")] string State,
    [property: JsonPropertyName("notification"), Description("What the wallet said of the copies it was sent last; null when it has said nothing.")] WalletNotification? Notification)
{
    /// <summary>Writes what the module knows.</summary>
    public static OfferStateResponse Of(Guid id, OfferProgress progress) => new(id, NameOf(progress.State), progress.Notification);

    private static string NameOf(OfferState state) => state switch
    {
        OfferState.Open => "open",
        OfferState.Deferred => "deferred",
        OfferState.Redeemed => "redeemed",
        OfferState.Refused => "refused",
        _ => "expired",
    };
}
