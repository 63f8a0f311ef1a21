using Modellstadt.Accounts;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>Whoever is signed in, as the one who works on a case.</summary>
internal sealed class CaseClerk(CurrentStaff staff, TimeProvider time)
{
    /// <summary>The clerk, now.</summary>
    public CaseClaim Now => new(staff.Id!.Value, staff.Name ?? "", time.GetUtcNow());
}
