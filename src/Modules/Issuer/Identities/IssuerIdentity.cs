using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Issuer;

/// <summary>Somebody who issues credentials from this server: an address, a name and keys of its own.</summary>
/// <param name="Slug">Last part of the issuer's address <c>{PublicUrl}/issuers/{slug}</c>: lower-case letters, digits and hyphens.</param>
/// <param name="Name">What wallets show.</param>
/// <param name="Demo">True when its credentials prove nothing: the certificate then says DEMO as well.</param>
public sealed record IssuerIdentity(string Slug, LocalizedText Name, bool Demo)
{
    /// <summary>The slug of the town itself, which every town has.</summary>
    public const string TownSlug = "town";

    /// <summary>The credential issuer identifier of whoever has this slug in this town.</summary>
    public static string IdOf(TownOptions town, string slug)
    {
        ArgumentNullException.ThrowIfNull(town);
        return town.At($"/issuers/{slug}");
    }
}
