using System.Text.Json;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>A clerk who has taken a case: the others see it and leave it alone.</summary>
/// <param name="Clerk">Account of the clerk.</param>
/// <param name="Name">Name of the clerk.</param>
/// <param name="Since">When the case was taken.</param>
internal sealed record CaseClaim(Guid Clerk, string Name, DateTimeOffset Since)
{
    /// <summary>Who has the case; null when nobody has.</summary>
    public static CaseClaim? Of(PermitApplication application) => application.Claim is { } json ? JsonSerializer.Deserialize<CaseClaim>(json) : null;

    /// <summary>The claim as JSON, for a column of text.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}
