namespace Modellstadt.Registers;

/// <summary>Door to the vehicle register (örtliches Fahrzeugregister, StVG § 31).</summary>
public interface IVehicleRegister
{
    /// <summary>
    /// Every vehicle registered to a person, or by a company to the person's lasting use. An empty list when there is none;
    /// never <c>NotFound</c> for a person whom the resident register knows.
    /// </summary>
    Task<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>> FindByKeeperAsync(ResidentId keeper, CancellationToken cancellationToken);
}
