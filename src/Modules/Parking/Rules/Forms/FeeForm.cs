using System.Globalization;
using System.Text.Json;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;

namespace Modellstadt.Parking.Rules.Forms;

/// <summary>A fee as the fields of a form, and back. What does not come back the same is not for this form.</summary>
/// <param name="zones">The zones of the book: a fee by zones has fields for each.</param>
internal sealed class FeeForm(IReadOnlyList<string> zones)
{
    /// <summary>Terms for which the form has room.</summary>
    public const int TermRows = 6;

    /// <summary>Social tariffs for which the form has room.</summary>
    public const int TariffRows = 3;

    public const string Flat = "flat";
    public const string Terms = "terms";
    public const string Zone = "zone";
    public const string Area = "area";
    public const string Formula = "formula";
    public const string Frame = "frame";
    public const string Unknown = "unknown";

    /// <summary>The kinds of fees, as the book calls them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Flat, Terms, Zone, Area, Formula, Frame, Unknown];

    /// <summary>The zones that have fields.</summary>
    public IReadOnlyList<string> Zones => zones;

    public static string MonthsOf(int row) => $"term.{row}.months";

    public static string AmountOf(int row) => $"term.{row}.amount";

    public static string TariffField(int row, string part) => $"tariff.{row}.{part}";

    public static string PerMonthIn(string zone) => $"zone.{zone}.per_month";

    public static string PerYearIn(string zone) => $"zone.{zone}.per_year";

    /// <summary>What the book calls this kind of fee.</summary>
    public static string KindOf(FeeRule fee) => fee switch
    {
        FlatFee => Flat,
        TermFee => Terms,
        ZoneFee => Zone,
        AreaFee => Area,
        FormulaFee => Formula,
        FrameFee => Frame,
        _ => Unknown,
    };

    /// <summary>The fields of a fee; null when the form would lose something of it.</summary>
    public IReadOnlyDictionary<string, string>? Show(FeeRule fee)
    {
        var fields = new Dictionary<string, string>
        {
            ["id"] = fee.Id, ["valid_from"] = Day(fee.ValidFrom), ["valid_to"] = Day(fee.ValidTo), ["change_fee"] = SimpleRule.Text(fee.ChangeFee), ["replacement_fee"] = SimpleRule.Text(fee.ReplacementFee),
        };
        foreach (var (name, value) in Priced(fee).Concat(Tariffs(fee)))
            fields[name] = value;
        var read = new FeeReader(fields).Read(KindOf(fee), this, fee);
        return read is not null && Same(read, fee) ? fields : null;
    }

    /// <summary>True when both say the same.</summary>
    public static bool Same(FeeRule one, FeeRule other) =>
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(one, FactFormat.Strict), JsonSerializer.SerializeToElement(other, FactFormat.Strict));

    /// <summary>A fee as text, the same each time.</summary>
    public static string Json(FeeRule fee) => JsonSerializer.Serialize(fee, FactFormat.Strict);

    /// <summary>Reads a fee written as text; null when it is none.</summary>
    public static FeeRule? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<FeeRule>(json, FactFormat.Strict);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null; // Without its kind no fee can be made of it.
        }
    }

    private IEnumerable<(string Name, string Value)> Priced(FeeRule fee) => fee switch
    {
        FlatFee flat => [("months", Whole(flat.Months)), ("amount", SimpleRule.Text(flat.Amount))],
        TermFee byTerm => byTerm.Terms.SelectMany((term, index) => new[] { (MonthsOf(index + 1), Whole(term.Months)), (AmountOf(index + 1), SimpleRule.Text(term.Amount)) }),
        ZoneFee byZone => byZone.Zones.SelectMany(zone => new[] { (PerMonthIn(zone.Key), SimpleRule.Text(zone.Value.PerMonth)), (PerYearIn(zone.Key), SimpleRule.Text(zone.Value.PerYear)) }),
        AreaFee area => [("per_square_metre", SimpleRule.Text(area.PerSquareMetrePerYear)), ("base", SimpleRule.Text(area.Base)), ("terms_months", string.Join(", ", area.TermsMonths))],
        FormulaFee formula => formula.Parts.SelectMany(Part).Prepend(("terms_months", string.Join(", ", formula.TermsMonths))),
        FrameFee frame => [("min_per_year", SimpleRule.Text(frame.MinPerYear)), ("max_per_year", SimpleRule.Text(frame.MaxPerYear))],
        _ => [],
    };

    private static IEnumerable<(string, string)> Part(FeePart part) => part switch
    {
        FeePart.OncePart once => [("once", SimpleRule.Text(once.Amount))],
        FeePart.MonthPart month => [("per_month", SimpleRule.Text(month.Amount))],
        FeePart.AreaPart area => [("per_square_metre", SimpleRule.Text(area.PerSquareMetrePerYear))],
        FeePart.ZonePart zone => zone.PerMonth.Select(price => (PerMonthIn(price.Key), SimpleRule.Text(price.Value))),
        _ => [],
    };

    private static IEnumerable<(string, string)> Tariffs(FeeRule fee) => fee.SocialTariffs.SelectMany((tariff, index) => new[]
    {
        (TariffField(index + 1, "name"), tariff.Name), (TariffField(index + 1, "percent"), SimpleRule.Text(tariff.Percent)), (TariffField(index + 1, "legal_note"), tariff.LegalNote ?? ""),
    });

    private static string Day(DateOnly? day) => day is { } given ? TownCalendar.Iso(given) : "";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
