using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer;

/// <summary>A kind of credential that an issuer identity offers: what wallets read about it in the metadata and how its copies are made.</summary>
/// <param name="IssuerSlug">The <see cref="IssuerIdentity"/> that issues it.</param>
/// <param name="ConfigurationId">Its id among the <c>credential_configurations_supported</c> (OpenID4VCI 1.0, section 12.2.4), unique on this server.</param>
/// <param name="Vct">Its type (SD-JWT VC, section 3.2.2.1.1).</param>
/// <param name="Name">What wallets show.</param>
/// <param name="Claims">The claims in the order in which wallets show them; each is selectively disclosable.</param>
public sealed record CredentialType(string IssuerSlug, string ConfigurationId, string Vct, LocalizedText Name, IReadOnlyList<CredentialClaim> Claims)
{
    /// <summary>Its form as mdoc; null when it is issued as SD-JWT VC only.</summary>
    public MdocForm? Mdoc { get; init; }

    /// <summary>How many copies a wallet gets at once, each for one use, so that two presentations cannot be linked. Default: 10.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>
    /// How often a wallet shows a copy; null: each once where there are several, with more asked for when a fifth is left, and a
    /// single one for as long as it is valid.
    /// </summary>
    public CredentialReusePolicy? Reuse { get; init; }

    /// <summary>How long a copy is valid when the offer does not say it. Default: 365 days.</summary>
    public TimeSpan Validity { get; init; } = TimeSpan.FromDays(365);

    /// <summary>What a wallet must do to get it; a town may choose another one (<see cref="IssuerOptions.Policies"/>). Default: <see cref="CredentialPolicy.Base"/>.</summary>
    public CredentialPolicy Policy { get; init; } = CredentialPolicy.Base;

    /// <summary>Colour of the card, <c>#rrggbb</c>.</summary>
    public string BackgroundColor { get; init; } = "#003064";

    /// <summary>Colour of the text on the card, <c>#rrggbb</c>.</summary>
    public string TextColor { get; init; } = "#ffffff";

    /// <summary>The ids of all its forms, its own first.</summary>
    internal IReadOnlyList<string> ConfigurationIds => Mdoc is null ? [ConfigurationId] : [ConfigurationId, Mdoc.ConfigurationId];
}

/// <summary>A claim of a credential type.</summary>
/// <param name="Name">The claim, or a path with dots to a part of an object: <c>address.locality</c>.</param>
/// <param name="Label">What wallets show.</param>
/// <param name="Mandatory">True when every credential of the type has it.</param>
public sealed record CredentialClaim(string Name, LocalizedText Label, bool Mandatory = true)
{
    /// <summary>The names on the way to the claim, from the root.</summary>
    public IReadOnlyList<string> Path => Name.Split('.');
}
