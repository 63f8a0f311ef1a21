namespace Modellstadt.Registers;

/// <summary>Invents vehicles: sizes as in the papers of common classes, plates that exist only once.</summary>
internal sealed class DemoVehicles(DemoDice dice)
{
    private const string PlateLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /// <summary>Letters that no German office gives out.</summary>
    private static readonly string[] Withheld = ["HJ", "KZ", "NS", "SA", "SS"];

    private static readonly string[] OtherDistricts = ["BOT", "E", "RE", "HER", "BO", "OB", "WAN", "GLA", "DO", "D", "MS", "DU"];

    private static readonly string[] Companies = ["Ruhrdach DEMO GmbH", "Pflege im Quartier DEMO gGmbH", "Stahlhandel Nord DEMO AG", "Elektro Kaminski DEMO e. K.", "Reviertransporte DEMO GmbH & Co. KG"];

    private static readonly VehicleClass[] Cars =
    [
        new("Volkswagen Polo", 4074, 1751, 1451), new("Volkswagen Golf", 4284, 1789, 1491), new("Volkswagen Touran", 4527, 1829, 1659),
        new("Opel Corsa", 4060, 1765, 1433), new("Opel Astra", 4374, 1860, 1442), new("Ford Fiesta", 4040, 1735, 1476), new("Ford Focus", 4378, 1825, 1452),
        new("Škoda Fabia", 4108, 1780, 1459), new("Škoda Octavia Combi", 4689, 1829, 1468), new("Renault Clio", 4053, 1798, 1440), new("Fiat 500", 3571, 1627, 1488),
        new("Toyota Yaris", 3940, 1745, 1500), new("Dacia Sandero", 4088, 1848, 1499), new("Mercedes-Benz C-Klasse", 4751, 1820, 1437), new("BMW 318i", 4709, 1827, 1435),
        new("Audi A3 Sportback", 4343, 1816, 1449), new("Volkswagen ID.3", 4261, 1809, 1568, Electric: true), new("Tesla Model 3", 4694, 1849, 1443, Electric: true),
        new("Renault Zoe", 4087, 1787, 1562, Electric: true),
    ];

    private static readonly VehicleClass[] Others =
    [
        new("Honda CB 500", 2080, 790, 1060, VehicleKind.Motorcycle), new("BMW R 1250", 2207, 952, 1430, VehicleKind.Motorcycle),
        new("Volkswagen California", 4904, 1904, 1990, VehicleKind.Motorhome), new("Volkswagen Caddy Cargo", 4500, 1855, 1833, VehicleKind.LightGoodsVehicle),
    ];

    private static readonly VehicleClass[] Trailers =
    [
        new("Hobby Wohnanhänger", 6635, 2300, 2600, VehicleKind.Trailer), new("Böckmann Anhänger", 3900, 1900, 1500, VehicleKind.Trailer),
    ];

    private static readonly VehicleClass LongMotorhome = new("Fiat Ducato Wohnmobil", 5998, 2050, 2650, VehicleKind.Motorhome);

    private readonly HashSet<string> given = [];

    /// <summary>The vehicles of a person of that story.</summary>
    public IReadOnlyList<RegisteredVehicle> Of(DemoStory story, PersonName keeper) => story switch
    {
        DemoStory.NoVehicle => [],
        DemoStory.CompanyCar => [Register(dice.Pick(Cars), KeeperKind.Company, dice.Pick(Companies))],
        DemoStory.VehicleNotAllowed => [Register(dice.Pick(Trailers), KeeperKind.Private, keeper.Display)],
        DemoStory.VehicleTooLarge => [Register(LongMotorhome, KeeperKind.Private, keeper.Display)],
        DemoStory.SeveralVehicles =>
        [
            Register(dice.Pick(Cars), KeeperKind.Private, keeper.Display),
            Register(dice.Pick(Others), KeeperKind.Private, keeper.Display),
            .. dice.Percent(30) ? [Register(dice.Pick(Cars), KeeperKind.Private, keeper.Display)] : Array.Empty<RegisteredVehicle>(),
        ],
        _ => [Register(dice.Pick(Cars), KeeperKind.Private, keeper.Display)],
    };

    private RegisteredVehicle Register(VehicleClass of, KeeperKind kind, string keeperName) =>
        new(Plate(of), of.Kind, of.TradeName, of.Length, of.Width, of.Height, kind, keeperName);

    private string Plate(VehicleClass of)
    {
        string plate;
        do
        {
            plate = DrawPlate(of.Electric);
        }
        while (!given.Add(plate));

        return plate;
    }

    /// <summary>District, one or two letters, one to four digits: eight characters at most, the E of an electric car included (FZV Anlage 4).</summary>
    private string DrawPlate(bool electric)
    {
        var district = dice.Percent(85) ? "GE" : dice.Pick(OtherDistricts);
        var letters = $"{PlateLetters[dice.Below(PlateLetters.Length)]}{(dice.Percent(80) ? PlateLetters[dice.Below(PlateLetters.Length)] : "")}";
        if (Withheld.Contains(letters))
            letters = letters[..1];

        var digits = Math.Min(4, 8 - district.Length - letters.Length - (electric ? 1 : 0));
        var upperBound = dice.Below(4) switch { 0 => 99, 1 => 999, _ => 9999 };
        var number = 1 + dice.Below(Math.Min(upperBound, (int)Math.Pow(10, digits) - 1));
        return $"{district}-{letters} {number}{(electric ? "E" : "")}";
    }

    private sealed record VehicleClass(string TradeName, int Length, int Width, int Height, VehicleKind Kind = VehicleKind.Car, bool Electric = false);
}
