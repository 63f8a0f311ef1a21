using Modellstadt.Issuer;
using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.OpenId4Vc.Registration;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId;

/// <summary>The town asks for four claims of the identity document, to issue the citizen ID, and for whatever it issues itself.</summary>
internal sealed class UsesOfThisServer(IEnumerable<CredentialType> types) : IIntendedUses
{
    public IReadOnlyList<IntendedUse> All { get; } =
    [
        new IntendedUse(CitizenIdTexts.InBoth(texts => texts.Purpose), RegisteredCredential.SdJwt(DemoIdCardType.Vct, IdCard.AskedClaims)),
        .. types.Where(type => type.IssuerSlug == IssuerIdentity.TownSlug).Select(type => new IntendedUse(
            new LocalizedText(
                CitizenIdTexts.For(Language.German).PurposeOfOwn(type.Name.German), CitizenIdTexts.For(Language.English).PurposeOfOwn(type.Name.English)),
            RegisteredCredential.SdJwt(type.Vct))),
    ];
}
