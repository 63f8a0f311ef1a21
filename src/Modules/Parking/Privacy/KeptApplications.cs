using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Privacy;

/// <summary>Applications of a person, and what was decided on which facts.</summary>
internal sealed class KeptApplications(IDbContextFactory<ParkingDb> databases) : IPersonalRecords
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<PersonalRecord>> OfAsync(string residentId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var applications = await database.Applications.AsNoTracking().Where(application => application.ResidentId == residentId).ToListAsync(cancellationToken);
        var ids = applications.ConvertAll(application => application.Id);
        var permits = await database.Permits.Where(permit => permit.ResidentId == residentId).Select(permit => permit.Id).ToListAsync(cancellationToken);
        var decisions = await database.Decisions.AsNoTracking()
            .Where(decision => ids.Contains(decision.ApplicationId) || (decision.PermitId != null && permits.Contains(decision.PermitId.Value)))
            .ToListAsync(cancellationToken);
        return [.. applications.Select(Of), .. decisions.Select(Of)];
    }

    private static PersonalRecord Of(PermitApplication application) => new("application", new("Antrag", "Application"), application.CreatedAt,
    [
        new("purpose", new("Worum es geht", "What it asks for"), application.Purpose.ToString()),
        new("origin", new("Wie er gestellt wurde", "How it was made"), application.Origin.ToString()),
        new("state", new("Stand", "State"), application.State.ToString()),
        .. PersonalFact.Unless("foreign_citizen_id", new("Bürger-ID einer anderen Stadt", "Citizen ID of another town"), ForeignCitizenId.Of(application)?.Town),
        .. application.Wish is { } wish ? Of(PermitWish.Read(wish)) : [],
        .. PersonalFact.Unless("statement", new("Ihre Erklärung", "Your statement"), Show(ProvisionalStatement.Of(application))),
        .. PersonalFact.Unless("answer", new("Was Ihnen gesagt wurde", "What you were told"), Told(application.Refusal)),
    ]);

    private static PersonalRecord Of(Decision decision) => new("decision", new("Entscheidung", "Decision"), decision.DecidedAt,
    [
        new("outcome", new("Ergebnis", "Outcome"), decision.Outcome.ToString()),
        new("decided_by", new("Entschieden von", "Decided by"), decision.DecidedBy),
        new("rule_version", new("Stand der Regeln", "Version of the rules"), decision.RuleVersion),
        .. PersonalFact.Unless("legal_basis", new("Rechtsgrundlage der automatischen Entscheidung", "Legal basis of the automatic decision"), decision.LegalBasis),
        .. PersonalFact.Unless("statement", new("Ihre Erklärung", "Your statement"), Show(DecisionFacts.Read(decision.Facts).Statement)),
        .. PersonalFact.Unless("foreign_citizen_id", new("Bürger-ID einer anderen Stadt", "Citizen ID of another town"), DecisionFacts.Read(decision.Facts).ForeignCitizenId?.Town),
        .. DecisionFacts.Read(decision.Facts).Registers is { } registers ? Of(registers) : [],
        .. PersonalFact.Unless("answer", new("Was Ihnen gesagt wurde", "What you were told"), Told(decision.Refusal)),
    ]);

    private static IEnumerable<PersonalFact> Of(PermitWish wish) =>
    [
        .. wish.PlateKeys.Select(key => new PersonalFact("wish_plate", new("Gewähltes Kennzeichen", "Chosen plate"), key)),
        .. PersonalFact.Unless("wish_months", new("Gewählte Dauer in Monaten", "Chosen term in months"), wish.Months > 0 ? wish.Months.ToString(CultureInfo.InvariantCulture) : null),
        .. PersonalFact.Unless("wish_temporary", new("Gewähltes Kennzeichen auf Zeit", "Chosen temporary plate"), wish.Temporary is { } stand ? $"{stand.Plate}, {TownCalendar.Iso(stand.From)}/{TownCalendar.Iso(stand.Until)}" : null),
        .. PersonalFact.Unless("wish_account", new("Konto für die Erstattung", "Account for the refund"), wish.RefundIban),
    ];

    private static IEnumerable<PersonalFact> Of(PermitFacts registers) =>
    [
        new("name", new("Name im Melderegister", "Name in the resident register"), registers.Resident.Name.Display),
        new("birth_date", new("Geburtsdatum", "Date of birth"), TownCalendar.Iso(registers.Resident.BirthDate)),
        .. registers.Resident.Residences.Select(home => new PersonalFact("residence", new("Wohnung im Melderegister", "Residence in the resident register"), Show(home))),
        .. registers.Vehicles.Select(vehicle => new PersonalFact("vehicle", new("Fahrzeug im Fahrzeugregister", "Vehicle in the vehicle register"), $"{vehicle.Plate}, {vehicle.TradeName}, {vehicle.KeeperName}")),
    ];

    private static string Show(Residence home) =>
        $"{home.Address.StreetAddress}, {home.Address.PostalCode} {home.Address.Locality}, {TownCalendar.Iso(home.Since)}/{(home.Until is { } until ? TownCalendar.Iso(until) : "..")}";

    private static string? Show(ProvisionalStatement? statement) =>
        statement is null ? null : $"{statement.Home}, {statement.Plates}, {statement.StatedAt.ToString("O", CultureInfo.InvariantCulture)}";

    private static string? Told(string? refusal) => refusal is null ? null : StoredRefusal.Read(refusal).In(Language.German).Sentence;
}
