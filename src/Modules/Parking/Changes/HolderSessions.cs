using Modellstadt.Accounts;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Changes;

/// <summary>Whose permit this browser may see and change.</summary>
internal sealed class HolderSessions(CurrentCitizen citizen)
{
    /// <summary>Who has signed in with this browser well enough for this; null when nobody has.</summary>
    public async Task<ResidentId?> CurrentAsync(HolderAction action, CancellationToken cancellationToken) =>
        await citizen.ReadAsync(HolderActions.LevelOf(action), cancellationToken) is { } holder ? new ResidentId(holder.ResidentId) : null;
}
