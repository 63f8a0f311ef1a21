using System.Globalization;
using System.Text.Json;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Rules;

/// <summary>A rule that a clerk changes in a form, its value written as text.</summary>
/// <param name="Name">As the book writes it; the form's field.</param>
/// <param name="Show">The value as text; empty when it was not stated.</param>
/// <param name="Put">The rules with another value; null when the text is none.</param>
internal sealed record SimpleRule(string Name, Func<EligibilityRules, string> Show, Func<EligibilityRules, string, Stated, EligibilityRules?> Put)
{
    /// <summary>Longest text of a value, characters.</summary>
    public const int LongestValue = 300;

    /// <summary>Name of the rule about visitor tickets; its text has a line for each kind: unit, length, tickets a year, euros.</summary>
    public const string VisitorTickets = "visitor_tickets";

    /// <summary>Says that a list is stated and empty.</summary>
    public const string None = "none";

    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>What can be chosen; empty for a text of one's own.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>True when several can be chosen; the text then has them with blanks between.</summary>
    public bool Many { get; init; }

    /// <summary>Who gets a permit, for which vehicles, and how long.</summary>
    public static IReadOnlyList<SimpleRule> Eligibility { get; } =
    [
        List<ResidenceKind>("residences", rules => rules.Residences, (rules, value) => rules with { Residences = value }, canBeNone: false),
        Number("plates_per_permit", rules => rules.PlatesPerPermit, (rules, value) => rules with { PlatesPerPermit = value }),
        Answer("own_space_excludes", rules => rules.OwnSpaceExcludes, (rules, value) => rules with { OwnSpaceExcludes = value }),
        List<KeeperRule>("keeper", rules => rules.Keeper, (rules, value) => rules with { Keeper = value }, canBeNone: false),
        List<VehicleKind>("excluded_vehicle_kinds", rules => rules.ExcludedVehicleKinds, (rules, value) => rules with { ExcludedVehicleKinds = value }, canBeNone: true),
        Number("max_length_mm", rules => rules.MaxLengthMm, (rules, value) => rules with { MaxLengthMm = value }),
        Number("max_width_mm", rules => rules.MaxWidthMm, (rules, value) => rules with { MaxWidthMm = value }),
        .. Enum.GetValues<VehicleBasis>().Select(Evidences),
        new("terms_months", rules => string.Join(", ", rules.TermsMonths.Value ?? []), (rules, text, stated) =>
            Months(text) is { } months ? rules with { TermsMonths = Kept(rules.TermsMonths, months is [] ? null : months, stated) } : null),
        new("renewal_earliest", rules => rules.RenewalEarliest.Value?.ToString() ?? "", (rules, text, stated) => text.Length == 0
            ? rules with { RenewalEarliest = Sourced.NotFound<CalendarSpan?>() }
            : CalendarSpan.Parse(text) is { } span ? rules with { RenewalEarliest = stated.Value<CalendarSpan?>(span) } : null),
        Answer("ends_with_move_or_sale", rules => rules.EndsWithMoveOrSale, (rules, value) => rules with { EndsWithMoveOrSale = value }),
    ];

    /// <summary>What the office does with it.</summary>
    public static IReadOnlyList<SimpleRule> Practice { get; } =
    [
        Number("provisional_days", rules => rules.ProvisionalDays, (rules, value) => rules with { ProvisionalDays = value }),
        Number("temporary_plate_days", rules => rules.TemporaryPlateDays, (rules, value) => rules with { TemporaryPlateDays = value }),
        Number("suspend_unpaid_after_days", rules => rules.SuspendUnpaidAfterDays, (rules, value) => rules with { SuspendUnpaidAfterDays = value }),
        new("most_permits_per_space", rules => Text(rules.MostPermitsPerSpace.Value), (rules, text, stated) => text.Length == 0
            ? rules with { MostPermitsPerSpace = Sourced.NotFound<decimal?>() }
            : Decimal(text) is { } number ? rules with { MostPermitsPerSpace = stated.Value<decimal?>(number) } : null),
        new("automation_basis", rules => rules.AutomationBasis.Value ?? "", (rules, text, stated) =>
            rules with { AutomationBasis = text.Length == 0 ? Sourced.NotFound<string>() : stated.Value<string?>(text) }),
        new(VisitorTickets, rules => Tickets(rules.VisitorTickets.Value), (rules, text, stated) => TryTickets(text, out var tickets)
            ? rules with { VisitorTickets = Kept(rules.VisitorTickets, tickets, stated) }
            : null),
    ];

    /// <summary>What changes cost and what comes back.</summary>
    public static IReadOnlyList<SimpleRule> Charges { get; } =
    [
        Fee("change_fees.plate", fees => fees.Plate, (fees, euros) => fees with { Plate = euros }),
        Fee("change_fees.temporary_plate", fees => fees.TemporaryPlate, (fees, euros) => fees with { TemporaryPlate = euros }),
        Fee("change_fees.zone", fees => fees.Zone, (fees, euros) => fees with { Zone = euros }),
        Fee("change_fees.replacement", fees => fees.Replacement, (fees, euros) => fees with { Replacement = euros }),
        // Without both amounts no refund is stated; one alone makes the other 0.
        new("refund.kept_euros", rules => Text(rules.Refund.Value?.KeptEuros), (rules, text, stated) => text.Length == 0
            ? rules with { Refund = Sourced.NotFound<RefundRule>() }
            : Decimal(text) is { } euros ? rules with { Refund = stated.Value<RefundRule?>(new RefundRule(euros, rules.Refund.Value?.SmallestEuros ?? 0)) } : null),
        new("refund.smallest_euros", rules => Text(rules.Refund.Value?.SmallestEuros), (rules, text, stated) => text.Length > 0 && Decimal(text) is null
            ? null
            : rules with { Refund = stated.Value<RefundRule?>(new RefundRule(rules.Refund.Value?.KeptEuros ?? 0, Decimal(text) ?? 0)) }),
    ];

    /// <summary>All of them, in the order of the form.</summary>
    public static IReadOnlyList<SimpleRule> All { get; } = [.. Eligibility, .. Practice, .. Charges];

    /// <summary>A number as people write it, with a comma or a point; null when it is none.</summary>
    public static decimal? Decimal(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Numbers of months with commas or blanks between; null when one is none.</summary>
    public static IReadOnlyList<int>? Months(string text)
    {
        var parts = text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        return parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? [.. parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).Distinct().Order()]
            : null;
    }

    /// <summary>An amount as the form writes it; empty when there is none.</summary>
    public static string Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A word of the book for a value of a closed list: <c>company-car</c>.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static SimpleRule Number(string name, Func<EligibilityRules, Sourced<int?>> read, Func<EligibilityRules, Sourced<int?>, EligibilityRules> put) => new(
        name,
        rules => read(rules).Value?.ToString(CultureInfo.InvariantCulture) ?? "",
        (rules, text, stated) => text.Length == 0 ? put(rules, Sourced.NotFound<int?>())
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? put(rules, stated.Value<int?>(number)) : null);

    private static SimpleRule Answer(string name, Func<EligibilityRules, Sourced<bool?>> read, Func<EligibilityRules, Sourced<bool?>, EligibilityRules> put) => new(
        name,
        rules => read(rules).Value switch { null => "", true => Yes, false => No },
        (rules, text, stated) => text switch { "" => put(rules, Sourced.NotFound<bool?>()), Yes => put(rules, stated.Value<bool?>(true)), No => put(rules, stated.Value<bool?>(false)), _ => null })
    {
        Choices = [Yes, No],
    };

    private static SimpleRule List<T>(string name, Func<EligibilityRules, Sourced<IReadOnlyList<T>?>> read, Func<EligibilityRules, Sourced<IReadOnlyList<T>?>, EligibilityRules> put, bool canBeNone)
        where T : struct, Enum => new(
        name,
        rules => read(rules).Value switch { null => "", [] => None, var values => Words(values) },
        (rules, text, stated) => text switch
        {
            "" => put(rules, Sourced.NotFound<IReadOnlyList<T>>()),
            None when canBeNone => put(rules, Kept(read(rules), [], stated)),
            _ => Values<T>(text) is { } values ? put(rules, Kept(read(rules), values, stated)) : null,
        })
    {
        Choices = [.. Enum.GetValues<T>().Select(Word), .. canBeNone ? (string[])[None] : []],
        Many = true,
    };

    /// <summary>What proves one basis of vehicle use; nothing chosen: the town does not permit that basis.</summary>
    private static SimpleRule Evidences(VehicleBasis basis) => new(
        $"bases.{Word(basis)}",
        rules => rules.Bases.Value?.FirstOrDefault(rule => rule.Basis == basis) is { } found ? Words(found.Evidence) : "",
        (rules, text, stated) =>
        {
            if (Values<Evidence>(text) is not { } evidence)
                return null;
            BasisRule[] others = [.. (rules.Bases.Value ?? []).Where(rule => rule.Basis != basis)];
            BasisRule[] bases = evidence is [] ? others : [.. others, new BasisRule(basis, evidence)];
            return rules with { Bases = bases is [] ? Sourced.NotFound<IReadOnlyList<BasisRule>>() : stated.Value<IReadOnlyList<BasisRule>?>([.. bases.OrderBy(rule => rule.Basis)]) };
        })
    {
        Choices = [.. Enum.GetValues<Evidence>().Select(Word)],
        Many = true,
    };

    private static SimpleRule Fee(string name, Func<ChangeFees, decimal?> read, Func<ChangeFees, decimal?, ChangeFees> put) => new(
        name,
        rules => Text(rules.ChangeFees.Value is { } fees ? read(fees) : null),
        (rules, text, stated) => text.Length > 0 && Decimal(text) is null
            ? null
            : rules with { ChangeFees = stated.Value<ChangeFees?>(put(rules.ChangeFees.Value ?? new ChangeFees(null, null, null, null), Decimal(text))) });

    private static string Words<T>(IReadOnlyList<T> values) where T : struct, Enum => string.Join(' ', values.Distinct().Order().Select(Word));

    private static IReadOnlyList<T>? Values<T>(string text) where T : struct, Enum
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        T[] values = [.. Enum.GetValues<T>().Where(value => words.Contains(Word(value)))];
        return values.Length == words.Distinct().Count() ? values : null;
    }

    private static string Tickets(IReadOnlyList<VisitorTicketRule>? tickets) => tickets switch
    {
        null => "",
        [] => None,
        _ => string.Join('\n', tickets.Select(ticket => string.Create(CultureInfo.InvariantCulture, $"{Word(ticket.Unit)} {ticket.Length} {ticket.PerYear} {Text(ticket.Euros)}"))),
    };

    private static bool TryTickets(string text, out IReadOnlyList<VisitorTicketRule>? tickets)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        VisitorTicketRule?[] read = [.. text == None ? [] : lines.Select(Ticket)];
        tickets = lines is [] || read.Contains(null) ? null : [.. read.OfType<VisitorTicketRule>()];
        return !read.Contains(null);
    }

    private static VisitorTicketRule? Ticket(string line) => line.Split(' ') is [var unit, var length, var perYear, var euros]
        && Values<VisitorUnit>(unit) is [var read] && Whole(length) is { } units && Whole(perYear) is { } count && Decimal(euros) is { } price
            ? new VisitorTicketRule(read, units, count, price)
            : null;

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A list that says the same keeps its source.</summary>
    private static Sourced<IReadOnlyList<T>?> Kept<T>(Sourced<IReadOnlyList<T>?> before, IReadOnlyList<T>? after, Stated stated) => (before.Value, after) switch
    {
        (_, null) => Sourced.NotFound<IReadOnlyList<T>>(),
        ({ } known, _) when known.SequenceEqual(after) => before,
        _ => stated.Value<IReadOnlyList<T>?>(after),
    };
}

/// <summary>Where a new value comes from.</summary>
/// <param name="Source">The council's decision, the ordinance.</param>
/// <param name="Confidence"><c>high</c>, or <c>demo</c> in a made-up town.</param>
internal sealed record Stated(string Source, string Confidence)
{
    /// <summary>A value with this source.</summary>
    public Sourced<T> Value<T>(T value) => new(value, Confidence, Source);
}
