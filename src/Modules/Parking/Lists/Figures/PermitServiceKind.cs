using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Lists.Figures;

/// <summary>A service of Parking, as people look for it.</summary>
/// <param name="Id">The same in every town.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Purposes">What belongs to it.</param>
internal sealed record PermitServiceKind(string Id, LocalizedText Name, IReadOnlyList<ApplicationPurpose> Purposes)
{
    /// <summary>Somebody who has none wants a permit.</summary>
    public static PermitServiceKind FirstPermit { get; } = new(
        "resident-parking-permit", new("Bewohnerparkausweis beantragen", "Apply for a resident parking permit"), [ApplicationPurpose.FirstPermit]);

    /// <summary>A holder wants something of a permit.</summary>
    public static PermitServiceKind Change { get; } = new(
        "resident-parking-permit-change",
        new("Bewohnerparkausweis verlängern, ändern oder zurückgeben", "Renew, change or return a resident parking permit"),
        [ApplicationPurpose.Renewal, ApplicationPurpose.PlateChange, ApplicationPurpose.TemporaryPlate, ApplicationPurpose.ZoneSwap, ApplicationPurpose.Return]);
}
