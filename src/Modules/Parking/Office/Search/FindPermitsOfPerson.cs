using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Office.Search;

/// <summary>A person and what the permit office keeps about them.</summary>
/// <param name="Person">As the register knows them.</param>
/// <param name="Permits">Their permits, newest first.</param>
/// <param name="Applications">Their applications without permit, newest first.</param>
internal sealed record FoundPerson(Resident Person, IReadOnlyList<Permit> Permits, IReadOnlyList<PermitApplication> Applications);

/// <summary>
/// Finds permits and applications by a person's name. Our storage keeps no names of holders: name and birth date go through the door of the
/// resident register, name and address through the fee notices. Who asks, why and when is written down before anything is read. A
/// person whose entry is blocked (BMG § 51, § 52) is not found, nor is one about whom the register says nothing: neither answer differs from that about a stranger.
/// </summary>
internal sealed class FindPermitsOfPerson(IDbContextFactory<ParkingDb> databases, IResidentRegister register, AuditTrail trail, TownRules rules, TimeProvider time)
{
    /// <summary>What the history calls it.</summary>
    public const string Action = "permits-searched-by-person";

    /// <summary>How often a clerk may ask within an hour.</summary>
    public const int MostInAnHour = 30;

    /// <summary>How many persons an answer has at most; of more, none is shown.</summary>
    public const int MostPersons = 10;

    private const string Subject = "resident-register";
    private const int MostRecords = 50;

    /// <summary>Those who fit and have a permit or an application.</summary>
    public async Task<Outcome<IReadOnlyList<FoundPerson>>> ExecuteAsync(PersonQuestion question, Guid clerk, CancellationToken cancellationToken)
    {
        if (question.Asked() is not { } asked)
            return new PersonQuestionIncomplete();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (actor, hour) = (Actors.Staff(clerk), time.GetUtcNow().AddHours(-1));
        if (await database.Audit.CountAsync(entry => entry.Subject == Subject && entry.At > hour && entry.Actor == actor && entry.Action == Action, cancellationToken) >= MostInAnHour)
            return new TooManyPersonQuestions(MostInAnHour);

        trail.Add(database, actor, Action, Subject, asked.Purpose);
        await database.SaveChangesAsync(cancellationToken);
        var found = asked.Born is null ? await OfNoticesAsync(database, asked, cancellationToken) : await OfRegisterAsync(asked, cancellationToken);
        if (found is null)
            return new RegisterSilentToSearch();
        return found.Count > MostPersons ? new TooManyPersons(MostPersons) : await ReadAsync(database, found, cancellationToken);
    }

    /// <summary>Those born on that day whose name fits; null when the register is silent.</summary>
    private async Task<IReadOnlyCollection<string>?> OfRegisterAsync(AskedPerson asked, CancellationToken cancellationToken)
    {
        var answer = await register.CompareAsync(new ResidentQuery(asked.Name, asked.Born!.Value, null, null), cancellationToken);
        return answer is RegisterAnswer<IReadOnlyList<ComparedResident>>.Found(var compared)
            ? [.. compared.Where(near => near.Comparison.Match is not NameMatch.No).Select(near => near.Resident.Id.Value)]
            : answer is RegisterAnswer<IReadOnlyList<ComparedResident>>.Unreachable ? null : [];
    }

    /// <summary>Holders to whom a notice went at that address under that name.</summary>
    private async Task<IReadOnlyCollection<string>> OfNoticesAsync(ParkingDb database, AskedPerson asked, CancellationToken cancellationToken)
    {
        var digits = asked.HouseDigits;
        var notices =
            from notice in database.FeeNotices.AsNoTracking()
            join permit in database.Permits.AsNoTracking() on notice.PermitId equals permit.Id
            where notice.Ags == rules.Ags && notice.AddresseeStreet.Contains(digits)
            select new { notice.AddresseeName, notice.AddresseeStreet, permit.ResidentId };
        var found = new HashSet<string>();
        await foreach (var notice in notices.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (StreetAddresses.Same(notice.AddresseeStreet, asked.Address) && IsCalled(notice.AddresseeName, asked.Name))
                found.Add(notice.ResidentId);
        }

        return found;
    }

    /// <summary>A notice has the name in one line: wherever the family name begins in it.</summary>
    private static bool IsCalled(string line, PersonName name)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, Math.Max(0, words.Length - 1)).Any(given =>
            PersonNames.Match(new PersonName(string.Join(' ', words[..given]), string.Join(' ', words[given..])), name) is not NameMatch.No);
    }

    private async Task<Outcome<IReadOnlyList<FoundPerson>>> ReadAsync(ParkingDb database, IReadOnlyCollection<string> residents, CancellationToken cancellationToken)
    {
        var found = new List<FoundPerson>();
        foreach (var resident in residents)
        {
            var answer = await register.ReadAsync(new ResidentId(resident), cancellationToken);
            if (answer is RegisterAnswer<Resident>.Unreachable)
                return new RegisterSilentToSearch();
            if (answer is RegisterAnswer<Resident>.Found({ Blocked: false } person) && await RecordsAsync(database, person, cancellationToken) is { } records)
                found.Add(records);
        }

        return found;
    }

    private async Task<FoundPerson?> RecordsAsync(ParkingDb database, Resident person, CancellationToken cancellationToken)
    {
        var permits = await database.Permits.AsNoTracking().Where(permit => permit.Ags == rules.Ags && permit.ResidentId == person.Id.Value)
            .OrderByDescending(permit => permit.IssuedAt).ThenBy(permit => permit.Id).Take(MostRecords).ToListAsync(cancellationToken);
        var applications = await database.Applications.AsNoTracking()
            .Where(application => application.Ags == rules.Ags && application.ResidentId == person.Id.Value && application.State != ApplicationState.Granted)
            .OrderByDescending(application => application.CreatedAt).ThenBy(application => application.Id).Take(MostRecords).ToListAsync(cancellationToken);
        return permits.Count + applications.Count > 0 ? new FoundPerson(person, permits, applications) : null;
    }
}
