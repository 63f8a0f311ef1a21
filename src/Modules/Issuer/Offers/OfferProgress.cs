using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Modellstadt.Issuer;

/// <summary>What became of an offer, and what its wallet said of it.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Notification">The wallet's word on the copies it was sent last; null when it has said nothing.</param>
public sealed record OfferProgress(OfferState State, WalletNotification? Notification);

/// <summary>A wallet's word on copies that it was sent (OpenID4VCI 1.0, section 11).</summary>
/// <param name="Event"><c>credential_accepted</c>, <c>credential_failure</c> or <c>credential_deleted</c>; after the last two the copies are revoked.</param>
/// <param name="Description">The wallet's words for developers, or null. They come from outside.</param>
/// <param name="At">When it said so.</param>
public sealed record WalletNotification(
    [property: JsonPropertyName("event"), Description("credential_accepted; or credential_failure, credential_deleted: then the copies were revoked.")] string Event,
    [property: JsonPropertyName("description"), Description("The wallet's words for developers; they come from outside.")] string? Description,
    [property: JsonPropertyName("at")] DateTimeOffset At);

/// <summary>What was decided on an offer that was not ready.</summary>
public enum IssuanceDecision
{
    /// <summary>Its copies can be fetched.</summary>
    Released,

    /// <summary>They never will be.</summary>
    Refused,
}
