using System.Collections.Frozen;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Counter.Slips;
using Modellstadt.Parking.Inspections.Limits;
using Modellstadt.Parking.Inspections.Places;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Inspections;

/// <summary>What a warden asks.</summary>
/// <param name="Plate">A plate as typed, or in its place the code of a permit as scanned (<c>MSP1.…</c>) or of a slip (<c>MSS1:…</c>).</param>
/// <param name="Place">Where the car stands (<see cref="ParkingPlace.Key"/>); null when the warden has not said it.</param>
internal sealed record InspectionQuestion(string? Plate, string? Place = null);

/// <summary>Answers a warden from memory. Purpose-bound: it counts, it does not keep what was asked.</summary>
internal sealed class InspectPlate(KnownRights known, TownRules rules, InspectCode codes, InspectionGate gate, TownCalendar calendar)
{
    /// <summary>The state of a plate, or of the permit behind a code, at the place where the car stands.</summary>
    /// <param name="question">The plate or the code, and the place.</param>
    /// <param name="warden">Account of the warden; what they ask is counted and limited.</param>
    /// <param name="cancellationToken">Ends the check of a code.</param>
    public async Task<Outcome<Inspection>> AnswerAsync(InspectionQuestion question, Guid warden, CancellationToken cancellationToken)
    {
        if ((await gate.EnterAsync(warden, cancellationToken)).Refusal is { } closed)
            return closed;

        var asked = question.Plate?.Trim() ?? "";
        var outcome = InspectCode.IsCode(asked) ? await codes.ReadAsync(asked, cancellationToken) : OfPlate(asked, warden);
        if (!outcome.Succeeded(out var found, out var refusal))
            return refusal;

        var inspection = InspectionRules.Decide(found.Plate, found.Rights, Here(question.Place), rules.Today, calendar.Now);
        gate.Count(warden, inspection.State);
        return inspection;
    }

    private Outcome<CodedRights> OfPlate(string written, Guid warden)
    {
        var readings = LicensePlate.Readings(written, rules.Today.PlateDistricts);
        if (readings is [])
            return new PlateNotReadable();

        // "GEA123" can be read in several ways: what the town knows settles it, also for a district from far away.
        var now = calendar.Now;
        var plate = readings.Concat(LicensePlate.Readings(written, FrozenSet<string>.Empty)).FirstOrDefault(reading => known.OfPlate(reading.Key, now) is not []) ?? readings[0];
        return gate.Refuse(warden, plate) is { } refusal ? refusal : new CodedRights(plate.ToString(), known.OfPlate(plate.Key, now));
    }

    private ParkingPlace? Here(string? place) => string.IsNullOrEmpty(place) ? null : ParkingPlace.Find(rules.Today, place);
}
