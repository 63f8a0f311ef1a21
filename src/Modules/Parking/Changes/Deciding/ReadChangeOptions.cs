using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Changes.Deciding;

/// <summary>Asks the registers what a holder could change today, by the same rules that decide.</summary>
internal sealed class ReadChangeOptions(ReadPermitFacts read, TownRules rules)
{
    /// <summary>The options for a permit that is not over.</summary>
    public async Task<ChangeOptions> ExecuteAsync(ParkingDb database, Permit permit, CancellationToken cancellationToken)
    {
        var answer = await read.ExecuteAsync(database, new ResidentId(permit.ResidentId), cancellationToken);
        if (!answer.Succeeded(out var registers, out var silence))
            return new ChangeOptions { Trouble = silence };

        var (town, facts) = (rules.On(registers.Day), registers with { Held = null });
        var terms = await database.PermitTerms.AsNoTracking().Where(term => term.PermitId == permit.Id).ToListAsync(cancellationToken);
        var back = ChangeRules.CentsBack(town, terms, facts.Day);
        if (!PermitRules.Propose(town, facts).Succeeded(out var proposal, out var trouble))
            return new ChangeOptions { Trouble = trouble, CentsBack = back };

        var renewal = ChangeRules.Decide(town, facts, permit, ApplicationPurpose.Renewal, RenewalWish(terms, proposal));
        return new ChangeOptions
        {
            Renewal = renewal.Succeeded(out var renewed, out var no) ? (PermitChange.Renewal)renewed : null,
            NoRenewal = no,
            Plates = PlatesFor(town, facts, permit, proposal),
            Zone = ChangeRules.Decide(town, facts, permit, ApplicationPurpose.ZoneSwap, PermitWish.Nothing).Succeeded(out var zone, out _) ? (PermitChange.Zone)zone : null,
            Temporary = TemporaryFor(town, facts, permit),
            CentsBack = back,
        };
    }

    /// <summary>The renewal that one tap asks for: the term that the permit had last, else the longest that is offered.</summary>
    public static PermitWish RenewalWish(IEnumerable<PermitTerm> terms, PermitProposal proposal)
    {
        var last = terms.MaxBy(term => term.ValidUntil);
        var months = last is null ? null : TermLength.MonthsOf(last.ValidFrom, last.ValidUntil);
        var offered = proposal.Months.ToArray();
        return PermitWish.Nothing with { Months = months is { } same && offered.Contains(same) ? same : offered.FirstOrDefault(), NoOwnSpace = true };
    }

    private static PlateOptions? PlatesFor(ParkingFacts town, PermitFacts facts, Permit permit, PermitProposal proposal) =>
        proposal.Vehicles.Any(vehicle => !permit.EachPlate.Contains(vehicle.Plate)) && ChangeRules.FeeOf(town, facts, ApplicationPurpose.PlateChange).Succeeded(out var euros, out _)
            ? new PlateOptions(proposal.Vehicles, proposal.MostPlates, new ShownChange(euros, null, proposal.ZoneId))
            : null;

    private static TemporaryOptions? TemporaryFor(ParkingFacts town, PermitFacts facts, Permit permit)
    {
        var left = ChangeRules.TemporaryDaysLeft(town, permit, facts.Day.Year);
        return left <= 0 || !ChangeRules.FeeOf(town, facts, ApplicationPurpose.TemporaryPlate).Succeeded(out var euros, out _)
            ? null
            : new TemporaryOptions(left, facts.Day, permit.ValidUntil, euros);
    }
}
