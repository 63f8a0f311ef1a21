using Modellstadt.Parking.Rules;
using System.Collections.Frozen;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Visitors;

namespace Modellstadt.Parking.Inspections;

/// <summary>What a warden asks: a plate as typed, or in its place the code of a permit as scanned (<c>MSP1.…</c>).</summary>
internal sealed record InspectionQuestion(string? Plate);

/// <summary>Answers a warden from memory. Purpose-bound: it counts, it does not keep what was asked.</summary>
internal sealed class InspectPlate(PlateIndex index, VisitorIndex visitors, TownRules rules, HolderCodes codes, InspectionCounts counts, TownCalendar calendar)
{
    private const string CodePrefix = "MSP1.";

    /// <summary>The state of a plate, or of the permit behind a code.</summary>
    /// <param name="question">The plate or the code.</param>
    /// <param name="warden">Account of the warden; what they ask is counted and limited.</param>
    /// <param name="cancellationToken">Ends the check of a code.</param>
    public async Task<Outcome<Inspection>> AnswerAsync(InspectionQuestion question, Guid warden, CancellationToken cancellationToken)
    {
        if (!counts.MayAsk(warden))
            return new TooManyInspections();

        var asked = question.Plate?.Trim() ?? "";
        var outcome = asked.StartsWith(CodePrefix, StringComparison.Ordinal) ? await OfCodeAsync(asked, cancellationToken) : OfPlate(asked);
        if (outcome.Succeeded(out var inspection, out _))
            counts.Count(warden, inspection.State);
        return outcome;
    }

    private Outcome<Inspection> OfPlate(string written)
    {
        var readings = LicensePlate.Readings(written, rules.Today.PlateDistricts);
        if (readings is [])
            return new PlateNotReadable();

        // "GEA123" can be read in several ways: what the town knows settles it, also for a district from far away.
        var known = readings.Concat(LicensePlate.Readings(written, FrozenSet<string>.Empty)).FirstOrDefault(reading => RightsOf(reading.Key) is not []);
        var plate = known ?? readings[0];
        return Inspection.Of(plate.ToString(), RightsOf(plate.Key), calendar.Today);
    }

    /// <summary>A visitor's ticket is there while it counts, to the minute.</summary>
    private IReadOnlyList<PlateRight> RightsOf(string plateKey) => [.. visitors.OfPlate(plateKey, calendar.Now).Select(visit => visit.AsPlateRight()), .. index.OfPlate(plateKey)];

    private async Task<Outcome<Inspection>> OfCodeAsync(string code, CancellationToken cancellationToken)
    {
        var checkedCode = await codes.CheckAsync(code, cancellationToken);
        if (!checkedCode.Succeeded(out var subject, out var refusal))
            return refusal;

        var rights = PermitSubject.Read(subject) is { } permit ? index.OfPermit(permit) : [];
        return Inspection.Of(string.Join(", ", rights.Select(right => right.Plate)), rights, calendar.Today);
    }
}
