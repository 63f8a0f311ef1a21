using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.OpenId4Vc.Registration;
using Modellstadt.Verifier;

namespace Modellstadt.Region.Visits;

/// <summary>What guests are asked for: the reference in their DEMO citizen ID, and nothing else.</summary>
internal sealed class AskedOfGuests : IIntendedUses
{
    /// <inheritdoc />
    public IReadOnlyList<IntendedUse> All { get; } =
    [
        new(new LocalizedText(VisitTexts.For(Language.German).Purpose, VisitTexts.For(Language.English).Purpose), RegisteredCredential.SdJwt(VisitCredentials.IdVct, [VisitCredentials.ReferenceClaim])),
    ];
}
