namespace Modellstadt.Registers;

/// <summary>Door to the vehicle register (örtliches Fahrzeugregister, StVG § 31).</summary>
public interface IVehicleRegister
{
    /// <summary>
    /// Every vehicle registered to a person, or by a company to the person's lasting use. An empty list when there is none;
    /// never <c>NotFound</c> for a person whom the resident register knows.
    /// </summary>
    Task<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>> FindByKeeperAsync(ResidentId keeper, CancellationToken cancellationToken);

    /// <summary>The vehicle with a plate and who keeps it; <c>NotFound</c> when nobody has registered that plate here.</summary>
    /// <param name="plate">As it stands on the car, without a season: <c>GE-AB 123</c>. Capitals and blanks do not matter, the hyphen after the district does.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    Task<RegisterAnswer<KeptVehicle>> FindByPlateAsync(string plate, CancellationToken cancellationToken);
}
