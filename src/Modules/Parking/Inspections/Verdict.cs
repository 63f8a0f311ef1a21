using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Inspections;

/// <summary>An inspection in the warden's words.</summary>
/// <param name="State"><c>valid</c>, <c>not-valid</c> or <c>unknown</c>.</param>
/// <param name="Title">The state in one or two words.</param>
/// <param name="Lines">Plate, zone and day.</param>
internal sealed record Verdict(InspectionState State, string Title, IReadOnlyList<VerdictLine> Lines)
{
    /// <summary>The verdict in a language.</summary>
    public static Verdict Of(Inspection inspection, Language language)
    {
        var texts = InspectionTexts.For(language);
        var title = inspection.State switch
        {
            InspectionState.Valid => texts.Valid,
            InspectionState.NotValid => texts.NotValid,
            _ => texts.Unknown,
        };
        return new Verdict(inspection.State, title, [.. LinesOf(inspection, texts, language)]);
    }

    private static IEnumerable<VerdictLine> LinesOf(Inspection inspection, InspectionTexts texts, Language language)
    {
        if (inspection.Plate.Length > 0)
            yield return new VerdictLine(texts.PlateLabel, inspection.Plate);
        if (inspection.Zone is not { } zone)
            yield break;

        yield return new VerdictLine(texts.Zone, $"{zone} – {inspection.ZoneName}");
        var until = inspection.State is InspectionState.Valid ? texts.Until : texts.WasUntil;
        yield return new VerdictLine(until, inspection.ValidUntil!.Value.ToString("d", language.Culture()));
    }
}

/// <summary>One line of a verdict.</summary>
internal sealed record VerdictLine(string Label, string Value);
