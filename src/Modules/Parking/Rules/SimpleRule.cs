using System.Globalization;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Rules;

/// <summary>A rule of one value, which a clerk changes in a form.</summary>
/// <param name="Name">As the book writes it; the form's field.</param>
/// <param name="Show">The value as text; empty when it was not stated.</param>
/// <param name="Put">The rules with another value; null when the text is none.</param>
internal sealed record SimpleRule(string Name, Func<EligibilityRules, string> Show, Func<EligibilityRules, string, Stated, EligibilityRules?> Put)
{
    /// <summary>Longest text of a value, characters.</summary>
    public const int LongestValue = 300;

    /// <summary>All of them, in the order of the form.</summary>
    public static IReadOnlyList<SimpleRule> All { get; } =
    [
        Number("plates_per_permit", rules => rules.PlatesPerPermit, (rules, value) => rules with { PlatesPerPermit = value }),
        Number("max_length_mm", rules => rules.MaxLengthMm, (rules, value) => rules with { MaxLengthMm = value }),
        Number("max_width_mm", rules => rules.MaxWidthMm, (rules, value) => rules with { MaxWidthMm = value }),
        new("renewal_earliest", rules => rules.RenewalEarliest.Value?.ToString() ?? "", (rules, text, stated) => text.Length == 0
            ? rules with { RenewalEarliest = Sourced.NotFound<CalendarSpan?>() }
            : CalendarSpan.Parse(text) is { } span ? rules with { RenewalEarliest = stated.Value<CalendarSpan?>(span) } : null),
        Number("provisional_days", rules => rules.ProvisionalDays, (rules, value) => rules with { ProvisionalDays = value }),
        Number("temporary_plate_days", rules => rules.TemporaryPlateDays, (rules, value) => rules with { TemporaryPlateDays = value }),
        Number("suspend_unpaid_after_days", rules => rules.SuspendUnpaidAfterDays, (rules, value) => rules with { SuspendUnpaidAfterDays = value }),
        new("most_permits_per_space", rules => Text(rules.MostPermitsPerSpace.Value), (rules, text, stated) => text.Length == 0
            ? rules with { MostPermitsPerSpace = Sourced.NotFound<decimal?>() }
            : Decimal(text) is { } number ? rules with { MostPermitsPerSpace = stated.Value<decimal?>(number) } : null),
        Fee("change_fees.plate", fees => fees.Plate, (fees, euros) => fees with { Plate = euros }),
        Fee("change_fees.temporary_plate", fees => fees.TemporaryPlate, (fees, euros) => fees with { TemporaryPlate = euros }),
        Fee("change_fees.zone", fees => fees.Zone, (fees, euros) => fees with { Zone = euros }),
        Fee("change_fees.replacement", fees => fees.Replacement, (fees, euros) => fees with { Replacement = euros }),
        new("automation_basis", rules => rules.AutomationBasis.Value ?? "", (rules, text, stated) =>
            rules with { AutomationBasis = text.Length == 0 ? Sourced.NotFound<string>() : stated.Value<string?>(text) }),
    ];

    /// <summary>A number as people write it, with a comma or a point; null when it is none.</summary>
    public static decimal? Decimal(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static SimpleRule Number(string name, Func<EligibilityRules, Sourced<int?>> read, Func<EligibilityRules, Sourced<int?>, EligibilityRules> put) => new(
        name,
        rules => read(rules).Value?.ToString(CultureInfo.InvariantCulture) ?? "",
        (rules, text, stated) => text.Length == 0 ? put(rules, Sourced.NotFound<int?>())
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? put(rules, stated.Value<int?>(number)) : null);

    private static SimpleRule Fee(string name, Func<ChangeFees, decimal?> read, Func<ChangeFees, decimal?, ChangeFees> put) => new(
        name,
        rules => Text(rules.ChangeFees.Value is { } fees ? read(fees) : null),
        (rules, text, stated) => text.Length > 0 && Decimal(text) is null
            ? null
            : rules with { ChangeFees = stated.Value<ChangeFees?>(put(rules.ChangeFees.Value ?? new ChangeFees(null, null, null, null), Decimal(text))) });

    private static string Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Where a new value comes from.</summary>
/// <param name="Source">The council's decision, the ordinance.</param>
/// <param name="Confidence"><c>high</c>, or <c>demo</c> in a made-up town.</param>
internal sealed record Stated(string Source, string Confidence)
{
    /// <summary>A value with this source.</summary>
    public Sourced<T> Value<T>(T value) => new(value, Confidence, Source);
}
