using System.Globalization;

namespace Modellstadt.Parking.Rules;

/// <summary>Numbers of a rule book that cannot be meant.</summary>
internal static class CheckNumbers
{
    private const int Year = 366;
    private const int MostEuros = 1_000;

    /// <summary>Everything that was found.</summary>
    public static IEnumerable<RuleFinding> Of(RuleBook book)
    {
        var rules = book.Rules;
        (string Rule, decimal? Value, decimal Least, decimal Most)[] numbers =
        [
            ("permits_per_person", rules.PermitsPerPerson.Value, 1, 1),
            ("plates_per_permit", rules.PlatesPerPermit.Value, 1, 10),
            ("max_length_mm", rules.MaxLengthMm.Value, 2_000, 20_000),
            ("max_width_mm", rules.MaxWidthMm.Value, 1_000, 3_000),
            ("provisional_days", rules.ProvisionalDays.Value, 0, Year),
            ("temporary_plate_days", rules.TemporaryPlateDays.Value, 0, Year),
            ("suspend_unpaid_after_days", rules.SuspendUnpaidAfterDays.Value, 0, Year),
            ("most_permits_per_space", rules.MostPermitsPerSpace.Value, 0.1m, 10),
            .. (rules.TermsMonths.Value ?? []).Select(months => ("terms_months", (decimal?)months, 1m, 120m)),
            .. Euros(rules.ChangeFees.Value).Select(euros => ("change_fees", euros, 0m, (decimal)MostEuros)),
            ("refund.kept_euros", rules.Refund.Value?.KeptEuros, 0, MostEuros),
            ("refund.smallest_euros", rules.Refund.Value?.SmallestEuros, 0, MostEuros),
            .. (rules.VisitorTickets.Value ?? []).SelectMany(Tickets),
            .. book.Zones.Select(zone => ($"zones[{zone.ZoneId}].spaces", (decimal?)zone.Spaces.Value, 0m, 100_000m)),
        ];
        foreach (var (rule, value, least, most) in numbers.Where(number => number.Value < number.Least || number.Value > number.Most))
            yield return new RuleFinding.NumberOutOfRange(rule, Show(value!.Value), Show(least), Show(most));
        foreach (var basis in (rules.Bases.Value ?? []).Where(basis => basis.Evidence is []))
            yield return new RuleFinding.EvidenceMissing(basis.Basis);
    }

    private static decimal?[] Euros(ChangeFees? fees) => [fees?.Plate, fees?.TemporaryPlate, fees?.Zone, fees?.Replacement];

    private static (string, decimal?, decimal, decimal)[] Tickets(VisitorTicketRule ticket) =>
        [("visitor_tickets.length", ticket.Length, 1, 31), ("visitor_tickets.per_year", ticket.PerYear, 1, Year), ("visitor_tickets.euros", ticket.Euros, 0, MostEuros)];

    private static string Show(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
