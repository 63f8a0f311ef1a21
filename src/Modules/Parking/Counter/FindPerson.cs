using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Counter;

/// <summary>What a clerk knows of a person who stands at the counter.</summary>
/// <param name="GivenNames">As the identity document writes them.</param>
/// <param name="FamilyName">As the identity document writes it.</param>
/// <param name="BirthDate">Date of birth.</param>
/// <param name="Purpose">Why the register is asked; is kept.</param>
internal sealed record PersonSearch(string? GivenNames, string? FamilyName, DateOnly? BirthDate, string? Purpose);

/// <summary>
/// Finds a person in the resident register for a clerk: the purpose is written down first, the name is not. A person whose entry is blocked
/// (BMG § 51, § 52) is not found: the answer is that about a stranger.
/// </summary>
internal sealed class FindPerson(IDbContextFactory<ParkingDb> databases, IResidentRegister register, AuditTrail trail)
{
    /// <summary>What the history calls it.</summary>
    public const string Action = "register-searched";

    private const int LongestName = 120;
    private const int LongestPurpose = 200;

    /// <summary>Those whose name fits or nearly fits, best first, each with the reasons.</summary>
    public async Task<Outcome<IReadOnlyList<ComparedResident>>> ExecuteAsync(PersonSearch search, Guid clerk, CancellationToken cancellationToken)
    {
        var (given, family, purpose) = (Words(search.GivenNames, LongestName), Words(search.FamilyName, LongestName), Words(search.Purpose, LongestPurpose));
        if (given is null || family is null || purpose is null || search.BirthDate is not { } born)
            return new SearchIncomplete();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        trail.Add(database, Actors.Staff(clerk), Action, "resident-register", purpose);
        await database.SaveChangesAsync(cancellationToken);
        var answer = await register.CompareAsync(new ResidentQuery(new PersonName(given, family), born, null, null), cancellationToken);
        return answer switch
        {
            RegisterAnswer<IReadOnlyList<ComparedResident>>.Found(var found) => Shown(found),
            RegisterAnswer<IReadOnlyList<ComparedResident>>.Unreachable => new RegisterSilent(),
            _ => Array.Empty<ComparedResident>(),
        };
    }

    private static ComparedResident[] Shown(IReadOnlyList<ComparedResident> found) => [.. found.Where(near => !near.Resident.Blocked)];

    private static string? Words(string? text, int longest) => text?.Trim() is { Length: > 0 } given && given.Length <= longest ? given : null;
}
