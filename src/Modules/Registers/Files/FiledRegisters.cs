using Microsoft.EntityFrameworkCore;

namespace Modellstadt.Registers;

/// <summary>The resident register as the last good export has it; unreachable until there was one.</summary>
internal sealed class FiledResidents(IDbContextFactory<RegistersDb> databases, ResidentExport export) : IResidentSource
{
    public async Task<RegisterAnswer<IReadOnlyList<Resident>>> BornOnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await database.HasExportAsync(export.Name, cancellationToken))
            return new RegisterAnswer<IReadOnlyList<Resident>>.Unreachable();

        var born = await database.Residents.AsNoTracking().Where(row => row.BirthDate == day).ToListAsync(cancellationToken);
        return new RegisterAnswer<IReadOnlyList<Resident>>.Found([.. born.Select(row => row.Read<Resident>())]);
    }

    public async Task<RegisterAnswer<Resident>> ReadAsync(ResidentId id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await database.HasExportAsync(export.Name, cancellationToken))
            return new RegisterAnswer<Resident>.Unreachable();

        return await database.Residents.AsNoTracking().SingleOrDefaultAsync(row => row.Key == id.Value, cancellationToken) is { } found
            ? new RegisterAnswer<Resident>.Found(found.Read<Resident>())
            : new RegisterAnswer<Resident>.NotFound();
    }
}

/// <summary>The vehicle register as the last good export has it; unreachable until there was one.</summary>
internal sealed class FiledVehicles(IDbContextFactory<RegistersDb> databases, VehicleExport export) : IVehicleRegister
{
    public async Task<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>> FindByKeeperAsync(ResidentId keeper, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await database.HasExportAsync(export.Name, cancellationToken))
            return new RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Unreachable();

        var kept = await database.Vehicles.AsNoTracking().Where(row => row.KeeperId == keeper.Value || row.UserId == keeper.Value).OrderBy(row => row.Key).ToListAsync(cancellationToken);
        return new RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found([.. kept.Select(row => row.Read<KeptVehicle>().Vehicle)]);
    }

    public async Task<RegisterAnswer<KeptVehicle>> FindByPlateAsync(string plate, CancellationToken cancellationToken)
    {
        var key = KeptVehicle.KeyOf(plate);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await database.HasExportAsync(export.Name, cancellationToken))
            return new RegisterAnswer<KeptVehicle>.Unreachable();

        return await database.Vehicles.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellationToken) is { } found
            ? new RegisterAnswer<KeptVehicle>.Found(found.Read<KeptVehicle>())
            : new RegisterAnswer<KeptVehicle>.NotFound();
    }
}
