using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Inspections.Shifts;
using Modellstadt.Parking.Plates;

namespace Modellstadt.Parking.Inspections.Limits;

/// <summary>What stands between a warden and an answer: a running shift, a human pace, and no watching of one car. Refusals are counted, plates are not kept.</summary>
internal sealed class InspectionGate(OpenShifts shifts, InspectionCounts counts, AskedPlates asked)
{
    /// <summary>The shift in which the warden asks, or why nothing is answered.</summary>
    public async ValueTask<Outcome<Shift>> EnterAsync(Guid warden, CancellationToken cancellationToken)
    {
        if (!counts.MayAsk(warden))
            return new TooManyInspections();
        return await shifts.OfAsync(warden, cancellationToken) is { } shift ? shift : new NoShift();
    }

    /// <summary>Why this plate is not answered; null when it is in order.</summary>
    public Refusal? Refuse(Guid warden, LicensePlate plate)
    {
        if (asked.Notice(warden, $"{plate.District}-{plate.Letters}", plate.Key) is not { } misuse)
            return null;

        counts.Count(warden, $"{misuse}");
        return misuse switch
        {
            Misuse.SamePlate => new SamePlateTooOften(),
            Misuse.SameSeries => new PlatesInARow(),
            _ => new TooManyPlatesToday(),
        };
    }

    /// <summary>Counts an answer.</summary>
    public void Count(Guid warden, InspectionState state) => counts.Count(warden, $"{state}");
}
