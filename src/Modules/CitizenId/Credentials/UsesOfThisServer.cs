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
        .. FormsOf(DemoIdCardType.Type, IdCard.AskedClaims).Select(form => new IntendedUse(CitizenIdTexts.InBoth(texts => texts.Purpose), form)),
        .. types.Where(type => type.IssuerSlug == IssuerIdentity.TownSlug).SelectMany(type => FormsOf(type, []).Select(form => new IntendedUse(
            new LocalizedText(
                CitizenIdTexts.For(Language.German).PurposeOfOwn(type.Name.German), CitizenIdTexts.For(Language.English).PurposeOfOwn(type.Name.English)),
            form))),
    ];

    /// <summary>The type as SD-JWT VC and, where it has that form, as mdoc with the elements that are made of the same claims.</summary>
    private static IEnumerable<RegisteredCredential> FormsOf(CredentialType type, IReadOnlyList<string> claims)
    {
        yield return RegisteredCredential.SdJwt(type.Vct, claims);
        if (type.Mdoc is { } form)
        {
            yield return RegisteredCredential.Mdoc(form.DocumentType, form.Elements
                .Where(element => claims.Contains(element.Claim.Split('.')[0])).Select(element => (element.NameSpace, element.Identifier)));
        }
    }
}
