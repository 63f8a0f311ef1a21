using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>What follows for a permit from what a register told, ready to be carried out.</summary>
/// <param name="Consequence">The consequence.</param>
/// <param name="Credits">What comes back of the fees; empty when nothing.</param>
internal sealed record PreparedEvent(EventConsequence Consequence, IReadOnlyList<ReturnCredit> Credits)
{
    /// <summary>Names it, so that a release holds for exactly this one: another reason, refund or plate is another decision. Null when there is nothing to release.</summary>
    public string? Name => Consequence switch
    {
        EventConsequence.Ends(var reason) => string.Create(CultureInfo.InvariantCulture, $"end {reason}; EUR {EurosBack:0.00} back"),
        EventConsequence.Keeps(var plates) => $"keep {Permit.Line(plates)}",
        _ => null,
    };

    /// <summary>What comes back, euros.</summary>
    public decimal EurosBack => Credits.Sum(credit => credit.Cents) / 100m;
}

/// <summary>Finds out what follows from what a register told, for whoever carries it out and for whoever releases it: both see the same.</summary>
internal sealed class PrepareEvent(TownRules rules)
{
    /// <summary>True for what a register told that ends a permit or takes a plate from it; a move is another matter.</summary>
    public static bool IsAbout(PermitApplication application) =>
        application is { Origin: ApplicationOrigin.Register, Purpose: ApplicationPurpose.Lapse or ApplicationPurpose.PlateChange };

    /// <summary>The consequence as things stand now.</summary>
    public async Task<PreparedEvent> ExecuteAsync(ParkingDb database, PermitApplication application, Permit permit, PermitFacts facts, CancellationToken cancellationToken)
    {
        var town = rules.On(facts.Day);
        var gone = PermitWish.Read(application.Wish!).PlateKeys.SingleOrDefault();
        var consequence = permit.IsOver(facts.Day) ? new EventConsequence.None() : RegisterEventRules.Decide(town, facts, permit, application.Purpose, gone);
        if (consequence is not EventConsequence.Ends)
            return new PreparedEvent(consequence, []);

        var terms = await database.PermitTerms.AsNoTracking().Where(term => term.PermitId == permit.Id).ToListAsync(cancellationToken);
        return new PreparedEvent(consequence, ChangeRules.CreditsFor(town, terms, facts.Day));
    }
}
