namespace Modellstadt.Registers;

/// <summary>A person as the town's resident register knows them (BMG § 3).</summary>
/// <param name="Id">The register's key.</param>
/// <param name="Name">Given names and family name.</param>
/// <param name="BirthDate">Date of birth.</param>
/// <param name="Residences">Homes, past ones included, newest first: all in this town, and the main one wherever it is.</param>
/// <param name="Deceased">True when a death is recorded.</param>
/// <param name="Blocked">True when the register must not give information about the person (BMG § 51, § 52): only the office can go on.</param>
public sealed record Resident(ResidentId Id, PersonName Name, DateOnly BirthDate, IReadOnlyList<Residence> Residences, bool Deceased, bool Blocked)
{
    /// <summary>The main residence on that day, perhaps in another town; null when there is none.</summary>
    public Residence? MainResidenceOn(DateOnly day) => ResidenceOn(day, ResidenceKind.Main);

    /// <summary>The residence of one kind on that day; null when there is none.</summary>
    public Residence? ResidenceOn(DateOnly day, ResidenceKind kind) =>
        Residences.FirstOrDefault(residence => residence.Kind == kind && residence.IsCurrentOn(day));
}
