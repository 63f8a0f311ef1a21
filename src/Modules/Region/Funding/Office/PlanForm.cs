using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Office;

namespace Modellstadt.Region.Funding.Office;

/// <summary>The figures of a notice as a form: sums in fields, lists as lines with semicolons.</summary>
internal static class PlanForm
{
    /// <summary>Name of the field with the costs of a category.</summary>
    public static string CostField(CostCategory category) => $"cost-{category}";

    /// <summary>Name of the field with the eligible part of them.</summary>
    public static string EligibleField(CostCategory category) => $"eligible-{category}";

    /// <summary>Reads the figures; refused with what cannot be read.</summary>
    public static Outcome<GrantPlan> Read(IFormCollection form)
    {
        var reading = new Reading(form);
        var plan = new GrantPlan
        {
            From = reading.Day("from"),
            Until = reading.Day("until"),
            RateBasisPoints = reading.Take(form["rate"], FundingForm.Rate(form["rate"])),
            GrantCents = reading.Cents("grant"),
            OwnShareCents = reading.Cents("own"),
            ThirdParties = reading.Contributions("third-parties"),
            Partners = reading.Contributions("partners"),
            Costs = reading.Costs(),
            Milestones = reading.Milestones(),
            Conditions = [.. Lines(form["conditions"])],
            InterimProofs = reading.Days("interim-proofs"),
            Proof = new ProofTerms(reading.Months("months-after-purpose"), reading.Months("months-after-period"), form.Words("proof-source") ?? ""),
        };
        return reading.Unreadable is { } line ? new PlanUnreadable(line) : plan;
    }

    /// <summary>An amount as a field shows it.</summary>
    public static string Show(long cents) => (cents / 100m).ToString("0.00", CultureInfo.GetCultureInfo("de-DE"));

    /// <summary>A rate as a field shows it.</summary>
    public static string Show(FundingRate rate) => (rate.BasisPoints / 100m).ToString("0.##", CultureInfo.GetCultureInfo("de-DE"));

    /// <summary>Names with sums as lines.</summary>
    public static string Show(IEnumerable<PlannedContribution> contributions) => string.Join('\n', contributions.Select(one => $"{one.Name}; {Show(one.Cents)}"));

    /// <summary>Milestones as lines.</summary>
    public static string Show(IEnumerable<PlannedMilestone> milestones) => string.Join('\n', milestones.Select(one => $"{one.Code}; {TownCalendar.Iso(one.DueOn)}; {one.Name}"));

    private static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads field by field and keeps the first text that it cannot read.</summary>
    private sealed class Reading(IFormCollection form)
    {
        public string? Unreadable { get; private set; }

        public T Take<T>(StringValues typed, T? read) where T : struct
        {
            if (read is null)
                Unreadable ??= typed.ToString();
            return read ?? default;
        }

        public DateOnly Day(string field) => Take(form[field], OfficeForm.Day(form[field]));

        /// <summary>An empty field is zero.</summary>
        public long Cents(string field) => form.Words(field) is null ? 0 : Take(form[field], FundingForm.Cents(form[field]));

        public int Months(string field) => Take<int>(form[field], int.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : null);

        /// <summary>Costs without an eligible part of their own are eligible as a whole.</summary>
        public IReadOnlyList<PlannedCost> Costs() =>
            [.. from category in Enum.GetValues<CostCategory>()
                let cents = Cents(CostField(category))
                where cents > 0
                select new PlannedCost(category, cents, form.Words(EligibleField(category)) is null ? cents : Cents(EligibleField(category)))];

        public IReadOnlyList<PlannedContribution> Contributions(string field) =>
            [.. from line in Lines(form[field])
                let cut = line.LastIndexOf(';')
                select new PlannedContribution(line[..Math.Max(0, cut)].Trim(), Take(line, FundingForm.Cents(line[(cut + 1)..])))];

        /// <summary>In their order, whichever they are typed in.</summary>
        public IReadOnlyList<DateOnly> Days(string field) => [.. Lines(form[field]).Select(line => Take(line, OfficeForm.Day(line))).Order()];

        public IReadOnlyList<PlannedMilestone> Milestones() =>
            [.. from line in Lines(form["milestones"])
                let parts = line.Split(';', 3, StringSplitOptions.TrimEntries)
                select new PlannedMilestone(parts[0], parts[^1], Take<DateOnly>(line, parts.Length == 3 ? OfficeForm.Day(parts[1]) : null))];
    }
}
