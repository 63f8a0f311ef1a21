using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Registers;

/// <summary>What the exports of the two registers have in common.</summary>
/// <typeparam name="TEntry">An entry.</typeparam>
/// <typeparam name="TStored">How it is stored.</typeparam>
internal interface IExport<TEntry, TStored> where TStored : StoredEntry
{
    /// <summary>Name of the file without ending, and of the register.</summary>
    string Name { get; }

    /// <summary>Where the file lies and how large it may be.</summary>
    RegisterDoorOptions Door { get; }

    /// <summary>The entries of a file; of no use when there are problems.</summary>
    IReadOnlyCollection<TEntry> Read(Stream content, int mostRows, ExportProblems problems);

    /// <summary>An entry as it is stored.</summary>
    TStored Store(TEntry entry);

    /// <summary>What happened to one entry between two exports.</summary>
    IEnumerable<RegisterChange> Between(TEntry? before, DateOnly then, TEntry? after, DateOnly today, ChangeIds ids);
}

/// <summary>Exports of the resident register.</summary>
internal sealed class ResidentExport(IOptions<RegistersOptions> options, IOptions<TownOptions> town) : IExport<Resident, StoredResident>
{
    public string Name => "residents";

    public RegisterDoorOptions Door => options.Value.Residents;

    public IReadOnlyCollection<Resident> Read(Stream content, int mostRows, ExportProblems problems) => ResidentRows.Read(content, mostRows, problems);

    public StoredResident Store(Resident entry)
    {
        var written = StoredEntry.Write(entry);
        return new StoredResident { Key = entry.Id.Value, Entry = written, Checksum = StoredEntry.ChecksumOf(written), BirthDate = entry.BirthDate };
    }

    public IEnumerable<RegisterChange> Between(Resident? before, DateOnly then, Resident? after, DateOnly today, ChangeIds ids) =>
        ResidentDifference.Between(before, then, after, today, town.Value.Ags, ids);
}

/// <summary>Exports of the vehicle register.</summary>
internal sealed class VehicleExport(IOptions<RegistersOptions> options) : IExport<KeptVehicle, StoredVehicle>
{
    public string Name => "vehicles";

    public RegisterDoorOptions Door => options.Value.Vehicles;

    public IReadOnlyCollection<KeptVehicle> Read(Stream content, int mostRows, ExportProblems problems) => VehicleRows.Read(content, mostRows, problems);

    public StoredVehicle Store(KeptVehicle entry)
    {
        var written = StoredEntry.Write(entry);
        return new StoredVehicle { Key = entry.PlateKey, Entry = written, Checksum = StoredEntry.ChecksumOf(written), KeeperId = entry.KeeperId?.Value, UserId = entry.UserId?.Value };
    }

    public IEnumerable<RegisterChange> Between(KeptVehicle? before, DateOnly then, KeptVehicle? after, DateOnly today, ChangeIds ids) => VehicleDifference.Between(before, after, today, ids);
}
