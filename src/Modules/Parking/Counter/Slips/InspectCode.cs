using System.Collections.Frozen;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Counter.Slips;

/// <summary>The plates and rights behind a code.</summary>
internal sealed record CodedRights(string Plate, IReadOnlyList<PlateRight> Rights);

/// <summary>Reads a code that a warden scanned: of a permit in a wallet (<c>MSP1.…</c>) or of a slip behind a windscreen (<c>MSS1:…</c>).</summary>
internal sealed class InspectCode(HolderCodes codes, SlipKeys keys, KnownRights known, TownRules rules, TownCalendar calendar)
{
    private const string HolderPrefix = "MSP1.";

    /// <summary>True for a code, false for a plate.</summary>
    public static bool IsCode(string asked) => asked.StartsWith(HolderPrefix, StringComparison.Ordinal) || asked.StartsWith(SlipSeal.Prefix, StringComparison.Ordinal);

    /// <summary>What the town knows of the permit behind a code.</summary>
    public async Task<Outcome<CodedRights>> ReadAsync(string code, CancellationToken cancellationToken)
    {
        if (code.StartsWith(SlipSeal.Prefix, StringComparison.Ordinal))
            return OfSlip(code);

        var checkedCode = await codes.CheckAsync(code, cancellationToken);
        if (!checkedCode.Succeeded(out var subject, out var refusal))
            return refusal;

        var rights = PermitSubject.Read(subject) is { } permit ? known.OfPermit(permit) : [];
        return new CodedRights(string.Join(", ", rights.Select(right => right.Plate)), rights);
    }

    /// <summary>The seal says that the slip is genuine; what the town knows of its plates today says whether it still counts: other plates, other days and a revocation are seen.</summary>
    private Outcome<CodedRights> OfSlip(string code)
    {
        if (!SlipSeal.Verify(code, rules.Ags, keys.Public).TryGetValue(out var seal, out _))
            return new SealBroken();

        var rights = seal.Plates.Split(", ")
            .SelectMany(plate => known.OfPlate(LicensePlate.Parse(plate, FrozenSet<string>.Empty)?.Key ?? plate, calendar.Now))
            .Where(right => right.ZoneId == seal.Zone);
        return new CodedRights(seal.Plates, [.. rights]);
    }
}
