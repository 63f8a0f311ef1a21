namespace Modellstadt.Registers;

/// <summary>What stands behind <see cref="IResidentRegister"/>: the demo, the supplier's files, a server. Names are compared in front of it, in one place.</summary>
internal interface IResidentSource
{
    /// <summary>Everybody born on that day.</summary>
    Task<RegisterAnswer<IReadOnlyList<Resident>>> BornOnAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>One person.</summary>
    Task<RegisterAnswer<Resident>> ReadAsync(ResidentId id, CancellationToken cancellationToken);
}
