namespace Modellstadt.Registers;

/// <summary>Makes vehicles of the rows of <c>vehicles.csv</c>: a row is a plate.</summary>
internal static class VehicleRows
{
    private const int LongestPlate = 12;

    private static readonly Dictionary<string, VehicleKind> Kinds = new()
    {
        ["car"] = VehicleKind.Car,
        ["motorhome"] = VehicleKind.Motorhome,
        ["light-goods"] = VehicleKind.LightGoodsVehicle,
        ["motorcycle"] = VehicleKind.Motorcycle,
        ["trailer"] = VehicleKind.Trailer,
    };

    private static readonly Dictionary<string, KeeperKind> Keepers = new() { ["private"] = KeeperKind.Private, ["company"] = KeeperKind.Company };

    /// <summary>The columns of the file.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["plate", "kind", "trade_name", "length_mm", "width_mm", "height_mm", "keeper_kind", "keeper_name", "keeper_id", "user_id"];

    /// <summary>Every vehicle in the file; of no use when there are problems.</summary>
    public static IReadOnlyCollection<KeptVehicle> Read(Stream content, int mostRows, ExportProblems problems)
    {
        var vehicles = new Dictionary<string, KeptVehicle>();
        ExportReader.Read(content, Columns, mostRows, problems, row =>
        {
            var vehicle = Vehicle(row);
            if (!vehicles.TryAdd(vehicle.PlateKey, vehicle))
                row.Contradicts("plate");
        });
        return vehicles.Values;
    }

    private static KeptVehicle Vehicle(ExportRow row)
    {
        row.Read<bool>("plate", text => text.Length <= LongestPlate && text.Contains('-', StringComparison.Ordinal) ? true : null);
        return new KeptVehicle(
            new RegisteredVehicle(
                row.Text("plate"), row.Word("kind", Kinds), row.Text("trade_name"), row.Millimetres("length_mm"), row.Millimetres("width_mm"), row.Millimetres("height_mm"),
                row.Word("keeper_kind", Keepers), row.Text("keeper_name")),
            row.Person("keeper_id"),
            row.Person("user_id"));
    }
}
