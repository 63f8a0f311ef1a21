namespace Modellstadt.Registers;

/// <summary>Door to the resident register (Melderegister).</summary>
public interface IResidentRegister
{
    /// <summary>Finds the one person to whom an identity document belongs. The address only tells apart persons of the same name and birth date.</summary>
    Task<RegisterAnswer<Resident>> FindAsync(ResidentQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a person again, for example a year later.</summary>
    Task<RegisterAnswer<Resident>> ReadAsync(ResidentId id, CancellationToken cancellationToken);

    /// <summary>
    /// Why a document means somebody or nobody: those born on its birth date whose name fits or nearly fits, best first, each with the reasons.
    /// For clerks only; an empty list when nobody comes near.
    /// </summary>
    Task<RegisterAnswer<IReadOnlyList<ComparedResident>>> CompareAsync(ResidentQuery query, CancellationToken cancellationToken);
}

/// <summary>What an identity document says about its holder.</summary>
/// <param name="Name">The name as the document writes it.</param>
/// <param name="BirthDate">Date of birth; must be equal in the register.</param>
/// <param name="StreetAddress">Street and house number in one line; null when the document has none.</param>
/// <param name="PostalCode">Postal code; null when the document has none.</param>
public sealed record ResidentQuery(PersonName Name, DateOnly BirthDate, string? StreetAddress, string? PostalCode);

/// <summary>A person of the register beside an identity document.</summary>
/// <param name="Resident">The person.</param>
/// <param name="Comparison">How well the names fit, and why.</param>
public sealed record ComparedResident(Resident Resident, NameComparison Comparison);
