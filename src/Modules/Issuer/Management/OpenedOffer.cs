using System.ComponentModel;
using System.Text.Json.Serialization;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Issuer;

/// <summary>An offer that waits for a wallet, in the one form in which the management API tells of it.</summary>
/// <param name="Id">The offer's id.</param>
/// <param name="WalletUri">The link for any wallet.</param>
/// <param name="WalletUriByValue">The same link with the offer in it.</param>
/// <param name="TownWalletUri">The link into the town's own wallet.</param>
/// <param name="Code">The code to type in.</param>
/// <param name="TransactionCode">The transaction code, or null.</param>
/// <param name="ExpiresAt">When the offer ends.</param>
public sealed record OpenedOffer(
    [property: JsonPropertyName("id"), Description("By it the state is read.")] Guid Id,
    [property: JsonPropertyName("wallet_uri"), Description("For any wallet: a link or QR code that says where the offer lies.")] string WalletUri,
    [property: JsonPropertyName("wallet_uri_by_value"), Description("For a wallet that cannot fetch offers: a link with the offer in it. It holds the code: show it to nobody else.")] string WalletUriByValue,
    [property: JsonPropertyName("town_wallet_uri"), Description("For the town's own wallet.")] string TownWalletUri,
    [property: JsonPropertyName("code"), Description("To type into the town's own wallet.")] string Code,
    [property: JsonPropertyName("transaction_code"), Description("To be told to the person on another way; null when none was asked for.")] string? TransactionCode,
    [property: JsonPropertyName("expires_at"), Description("When the offer ends.")] DateTimeOffset ExpiresAt)
{
    /// <summary>Tells of an offer.</summary>
    public static OpenedOffer Of(CredentialOffer offer, TownOptions town)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return new OpenedOffer(
            offer.Id, offer.AnyWalletLink.OriginalString, offer.AnyWalletLinkByValue.OriginalString, offer.WalletLink(town).OriginalString,
            TypedCode.Show(offer.Code), offer.TransactionCode, offer.ExpiresAt);
    }
}
