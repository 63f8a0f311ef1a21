using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>
/// The applicant states, while a register is silent, to live there and to keep the vehicle:
/// <c>POST /permit/applications/{id}/statement</c>. Who has confirmed an offer already states that it is still so; who has seen none yet
/// names home and plate, sees the offer that follows from them, and confirms it like any other.
/// </summary>
internal sealed class MakeStatement(
    IDbContextFactory<ParkingDb> databases, PrepareProvisional prepare, StatedOffer offer, AdvanceApplication advance, ApplicationJournal journal, TownCalendar calendar)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(AddressOf("{id:guid}"), RespondAsync).LimitBody(4096).ExcludeFromDescription();

    /// <summary>Where the form of a waiting page leads.</summary>
    public static string AddressOf(string application) => $"/permit/applications/{application}/statement";

    /// <summary>Stores the statement and goes on; null when it is stored, or when there is nothing to state any more.</summary>
    public async Task<Refusal?> ExecuteAsync(Guid id, StatedWords words, string? browserSession, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.SingleOrDefaultAsync(application => application.Id == id, cancellationToken);
        if (application is not { State: ApplicationState.WaitingForRegister, Statement: null } || !application.BelongsTo(browserSession))
            return null;
        if (!await prepare.MayHaveAsync(database, application, cancellationToken))
            return new NoProvisionalPermit();
        if (!words.IsComplete)
            return new StatementIncomplete();
        if (await StateAsync(application, words, cancellationToken) is { } refusal)
            return refusal;

        journal.Add(database, application, Actors.Citizen, "statement-made");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // The register answered in the same moment, or a second click: what was stored counts.
        }

        await advance.ExecuteAsync(id, cancellationToken);
        return null;
    }

    private async Task<Refusal?> StateAsync(PermitApplication application, StatedWords words, CancellationToken cancellationToken)
    {
        if (application is { Wish: { } wish, Proposal: { } proposal })
        {
            var (chosen, shown) = (PermitWish.Read(wish), PermitProposal.Read(proposal));
            var plates = shown.Vehicles.Where(vehicle => chosen.PlateKeys.Contains(vehicle.Key)).Select(vehicle => vehicle.Plate);
            application.Statement = new ProvisionalStatement(shown.Addressee.StreetAddress, Permit.Line(plates), calendar.Now).Write();
            application.NextAttemptAt = calendar.Now + AdvanceApplication.Patience;
            return null;
        }

        if (!(await offer.ExecuteAsync(application, words, cancellationToken)).Succeeded(out var stated, out var refusal))
            return refusal;

        application.Statement = new ProvisionalStatement(stated.Addressee.StreetAddress, Permit.Line(stated.Vehicles.Select(vehicle => vehicle.Plate)), calendar.Now).Write();
        (application.State, application.Proposal, application.NextAttemptAt) = (ApplicationState.WaitingForConfirmation, stated.Write(), null);
        return null;
    }

    private static async Task<IResult> RespondAsync(Guid id, IFormCollection form, HttpContext context, MakeStatement make, BrowserSession session)
    {
        var words = new StatedWords(form["street"].ToString(), form["house_number"].ToString(), form["plate"].ToString(), form["lives_here"] == "true" && form["keeps_vehicle"] == "true");
        if (await make.ExecuteAsync(id, words, session.Existing, context.RequestAborted) is { } refusal)
            return context.RefusePage(refusal);

        return new SeeOther(ApplicationAddresses.Page(id));
    }
}

/// <summary>What stands in the form.</summary>
/// <param name="Street">The street, as typed; empty when an offer was confirmed before.</param>
/// <param name="HouseNumber">The house number, as typed.</param>
/// <param name="Plate">The plate, as typed.</param>
/// <param name="IsComplete">True when both statements are ticked.</param>
internal sealed record StatedWords(string Street, string HouseNumber, string Plate, bool IsComplete);

/// <summary>What the town can offer on a statement, by the same rules as on what the registers say.</summary>
internal sealed class StatedOffer(ReadPermitFacts read, TownRules rules, TownCalendar calendar)
{
    private const int LongestStreet = 100;

    /// <summary>The offer; refused when it cannot be read, or when the rules offer nothing on it. Questions that a clerk would have to answer are no cause for a provisional permit.</summary>
    public async Task<Outcome<PermitProposal>> ExecuteAsync(PermitApplication application, StatedWords words, CancellationToken cancellationToken)
    {
        var (today, person) = (calendar.Today, new ResidentId(application.ResidentId!));
        var town = rules.On(today);
        if (words.Street.Trim() is not { Length: > 0 and <= LongestStreet } street || !HouseNumber.TryParse(words.HouseNumber, out var number)
            || LicensePlate.Parse(words.Plate, town.PlateDistricts) is not { } plate)
            return new StatementIncomplete();
        if (await read.HearAsync(person, cancellationToken) is not { } heard)
            return new NoProvisionalPermit();

        var home = new Address(street, number.Value, "", town.Town.Name, town.Town.Ags);
        var offered = PermitRules.Propose(town, ProvisionalRules.StatedFacts(today, person, heard, home, plate));
        return offered.Refusal is OfficeDecides ? new NoProvisionalPermit() : offered;
    }
}
