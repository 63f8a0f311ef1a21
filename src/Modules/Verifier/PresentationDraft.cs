using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Verifier;

/// <summary>A question to a citizen's wallet, before it is asked.</summary>
/// <param name="Query">What is asked.</param>
/// <param name="Purpose">Why, in a few plain words; the wallet shows it on the consent screen.</param>
/// <param name="ReturnPath">Path of the portal, beginning with <c>/</c>, to which the browser comes back; <c>response_code</c> is appended.</param>
/// <param name="BrowserSession">The secret of the browser that asks (<c>BrowserSession.GetOrStart()</c>); only this browser gets the answer.</param>
/// <param name="CrossDevice">True when the wallet is on another device than the browser: the wallet then gets no link back.</param>
/// <param name="Announced">A credential that the town will offer after this presentation; null when there is none.</param>
public sealed record PresentationDraft(
    DcqlQuery Query, LocalizedText Purpose, string ReturnPath, string BrowserSession, bool CrossDevice, AnnouncedOffer? Announced = null)
{
    /// <summary>How it is asked and answered.</summary>
    public AskingPolicy Policy { get; init; } = AskingPolicy.HighAssurance;
}

/// <summary>
/// A credential that the town will offer after the presentation, so that the wallet asks its holder once for both
/// (our extension <c>modellstadt_announced_offer</c>; other wallets ignore it).
/// </summary>
/// <param name="CredentialIssuer">Credential Issuer Identifier; same origin as the portal.</param>
/// <param name="ConfigurationIds">The credential configurations.</param>
public sealed record AnnouncedOffer(string CredentialIssuer, IReadOnlyList<string> ConfigurationIds);
