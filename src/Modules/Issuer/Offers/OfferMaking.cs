using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Issuer.Offers;

/// <summary>What an offer is made from.</summary>
/// <param name="Secrets">Its codes.</param>
/// <param name="Clock">Its time.</param>
/// <param name="Random">Its id.</param>
internal sealed record OfferMaking(OfferSecrets Secrets, OfferClock Clock, RandomSource Random);
