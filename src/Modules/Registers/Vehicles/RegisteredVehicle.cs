namespace Modellstadt.Registers;

/// <summary>A vehicle as the vehicle register knows it (FZV Anlage 5, Zulassungsbescheinigung Teil I).</summary>
/// <param name="Plate">Number plate: <c>GE-AB 123</c>, with <c>E</c> or <c>H</c> at the end where it belongs.</param>
/// <param name="Kind">Field J: what kind of vehicle.</param>
/// <param name="TradeName">Fields D.1 and D.3: make and trade name, for the citizen to recognise it.</param>
/// <param name="LengthMillimetres">Field 18.</param>
/// <param name="WidthMillimetres">Field 19, without mirrors.</param>
/// <param name="HeightMillimetres">Field 20.</param>
/// <param name="Keeper">Whether a private person or a company keeps it.</param>
/// <param name="KeeperName">Field C.1.1 and C.1.2: the keeper's name.</param>
public sealed record RegisteredVehicle(
    string Plate, VehicleKind Kind, string TradeName, int LengthMillimetres, int WidthMillimetres, int HeightMillimetres, KeeperKind Keeper, string KeeperName);

/// <summary>Kinds of vehicle (Directive 2007/46/EC, annex II; Regulation (EU) 168/2013).</summary>
public enum VehicleKind
{
    /// <summary>M1: passenger car.</summary>
    Car,

    /// <summary>M1 with special purpose: motor caravan.</summary>
    Motorhome,

    /// <summary>N1: light goods vehicle up to 3.5 t.</summary>
    LightGoodsVehicle,

    /// <summary>L3e: motorcycle.</summary>
    Motorcycle,

    /// <summary>O1, O2: trailer or caravan.</summary>
    Trailer,
}

/// <summary>Who keeps a vehicle. The keeper (Halter) is who disposes of it and bears its costs, not who owns it.</summary>
public enum KeeperKind
{
    /// <summary>A natural person.</summary>
    Private,

    /// <summary>A company that has given the vehicle to the person for lasting use.</summary>
    Company,
}
