using Modellstadt.Kernel.Outcomes;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>Who gets this town's citizen ID: whoever has a residence here, main or secondary.</summary>
internal static class ResidencyRules
{
    /// <summary>Why a person of the register gets none; null when there is no reason.</summary>
    public static Refusal? Refuse(Resident resident, string ags, DateOnly today)
    {
        if (resident.Deceased || resident.Blocked)
            return new OnlyAtTheOffice();

        return resident.Residences.Any(residence => residence.IsCurrentOn(today) && residence.Address.Ags == ags) ? null : new NoLongerResident();
    }
}
