using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Parking.Inspections;

/// <summary>An inspection in the warden's words.</summary>
/// <param name="State"><c>valid</c>, <c>not-valid</c> or <c>unknown</c>.</param>
/// <param name="Title">The state in one or two words.</param>
/// <param name="Lines">Plate, zone and day.</param>
internal sealed record Verdict(InspectionState State, string Title, IReadOnlyList<VerdictLine> Lines)
{
    /// <summary>The plate to hand over, as it stands on the car; null when there is nothing to hand over.</summary>
    public string? Case { get; init; }

    /// <summary>The verdict in a language.</summary>
    public static Verdict Of(Inspection inspection, Language language)
    {
        var texts = InspectionTexts.For(language);
        var title = inspection.State switch
        {
            InspectionState.Valid => texts.Valid,
            InspectionState.NotValid => inspection.OnlyElsewhere ? texts.NotValidHere : texts.NotValid,
            _ => texts.Unknown,
        };
        var opensCase = inspection is { State: not InspectionState.Valid, Here.Sign.State: not Places.SignState.Free, Plate.Length: > 0 };
        return new Verdict(inspection.State, title, [.. LinesOf(inspection, texts, language)]) { Case = opensCase ? inspection.Plate : null };
    }

    /// <summary>What a sign says now, in a sentence.</summary>
    public static string WordsOf(Places.ZoneSign sign, Language language)
    {
        var texts = InspectionTexts.For(language);
        var until = sign.Changes is { } change ? TownCalendar.OnTownClocks(change).ToString("ddd HH:mm", language.Culture()) : null;
        return sign.State switch
        {
            Places.SignState.Holds => texts.SignHolds(texts.RestrictionOf(sign.Restriction), until),
            Places.SignState.Free => texts.SignFree(until),
            _ => texts.SignUnknown(texts.RestrictionOf(sign.Restriction)),
        };
    }

    private static IEnumerable<VerdictLine> LinesOf(Inspection inspection, InspectionTexts texts, Language language)
    {
        if (inspection.Plate.Length > 0)
            yield return new VerdictLine(texts.PlateLabel, inspection.Plate);
        if (inspection.Zone is { } zone)
        {
            yield return new VerdictLine(inspection.Here is null ? texts.Zone : texts.PermitZone, $"{zone} – {inspection.ZoneName}");
            var until = inspection.State is InspectionState.Valid || inspection.OnlyElsewhere ? texts.Until : texts.WasUntil;
            yield return new VerdictLine(until, inspection.ValidUntil!.Value.ToString("d", language.Culture()));
        }

        if (inspection.Here is not { } here)
            yield break;
        yield return new VerdictLine(texts.Here, $"{texts.Zone} {here.Place.Zone}");
        yield return new VerdictLine(texts.Others, WordsOf(here.Sign, language));
    }
}

/// <summary>One line of a verdict.</summary>
internal sealed record VerdictLine(string Label, string Value);
