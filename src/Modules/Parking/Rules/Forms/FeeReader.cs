using System.Globalization;
using Modellstadt.Parking.Fees;

namespace Modellstadt.Parking.Rules.Forms;

/// <summary>Reads a fee from the fields of the form and remembers every field that is not right.</summary>
/// <param name="fields">Fields and their texts.</param>
internal sealed class FeeReader(IReadOnlyDictionary<string, string> fields)
{
    private const int LongestIdentifier = 60;

    private readonly List<string> unusable = [];

    /// <summary>The fields that are not right, in the order of the form.</summary>
    public IReadOnlyList<string> Unusable => unusable;

    /// <summary>The fee; null when a field is not right or the kind is none.</summary>
    /// <param name="kind">One of <see cref="FeeForm.Kinds"/>.</param>
    /// <param name="form">Which zones have fields.</param>
    /// <param name="like">Whose town and source it takes.</param>
    public FeeRule? Read(string kind, FeeForm form, FeeRule like)
    {
        var id = Text("id");
        if (id.Length is 0 or > LongestIdentifier || !id.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-'))
            unusable.Add("id");
        var (from, to) = (Day("valid_from"), Day("valid_to"));
        var priced = Priced(kind, form, like);
        var fee = priced is null ? null : priced with
        {
            Id = id, Ags = like.Ags, Demo = like.Demo, ValidFrom = from, ValidTo = to, ChangeFee = Euros("change_fee"), ReplacementFee = Euros("replacement_fee"), SocialTariffs = Tariffs(),
        };
        return unusable.Count == 0 ? fee : null;
    }

    private FeeRule? Priced(string kind, FeeForm form, FeeRule like) => kind switch
    {
        FeeForm.Flat => new FlatFee { Id = like.Id, Confidence = like.Confidence, Source = like.Source, Months = Months("months"), Amount = Needed("amount") },
        FeeForm.Terms => new TermFee { Id = like.Id, Confidence = like.Confidence, Source = like.Source, Terms = PricedTerms() },
        FeeForm.Zone => new ZoneFee { Id = like.Id, Confidence = like.Confidence, Source = like.Source, Zones = PricedZones(form) },
        FeeForm.Area => new AreaFee { Id = like.Id, Confidence = like.Confidence, Source = like.Source, PerSquareMetrePerYear = Needed("per_square_metre"), Base = Needed("base"), TermsMonths = Terms() },
        FeeForm.Formula => new FormulaFee { Id = like.Id, Confidence = like.Confidence, Source = like.Source, TermsMonths = Terms(), Parts = Parts(form) },
        FeeForm.Frame => new FrameFee { Id = like.Id, Confidence = like.Confidence, Source = like.Source, MinPerYear = Needed("min_per_year"), MaxPerYear = Needed("max_per_year") },
        FeeForm.Unknown => new UnknownFee { Id = like.Id, Confidence = like.Confidence, Source = like.Source },
        _ => null,
    };

    private PricedTerm[] PricedTerms()
    {
        int[] rows = [.. Enumerable.Range(1, FeeForm.TermRows).Where(row => Text(FeeForm.MonthsOf(row)).Length + Text(FeeForm.AmountOf(row)).Length > 0)];
        if (rows is [])
            unusable.Add(FeeForm.MonthsOf(1));
        return [.. rows.Select(row => new PricedTerm(Months(FeeForm.MonthsOf(row)), Needed(FeeForm.AmountOf(row))))];
    }

    private Dictionary<string, ZonePrice> PricedZones(FeeForm form)
    {
        var prices = new Dictionary<string, ZonePrice>();
        foreach (var zone in form.Zones)
        {
            var price = new ZonePrice(Euros(FeeForm.PerMonthIn(zone)), Euros(FeeForm.PerYearIn(zone)));
            if (price is { PerMonth: not null, PerYear: not null })
                unusable.Add(FeeForm.PerYearIn(zone));
            else if (price is not { PerMonth: null, PerYear: null })
                prices[zone] = price;
        }

        return prices;
    }

    private FeePart[] Parts(FeeForm form)
    {
        var byZone = form.Zones.Select(zone => (Zone: zone, Euros: Euros(FeeForm.PerMonthIn(zone)))).Where(price => price.Euros is not null).ToDictionary(price => price.Zone, price => price.Euros!.Value);
        FeePart?[] parts =
        [
            Euros("once") is { } once ? new FeePart.OncePart(once) : null,
            Euros("per_month") is { } month ? new FeePart.MonthPart(month) : null,
            Euros("per_square_metre") is { } metre ? new FeePart.AreaPart(metre) : null,
            byZone.Count > 0 ? new FeePart.ZonePart(byZone) : null,
        ];
        if (parts.All(part => part is null))
            unusable.Add("once");
        return [.. parts.OfType<FeePart>()];
    }

    /// <summary>A tariff is read as it stands: whether it is lawful is said at its row, and again by the findings of the draft.</summary>
    private SocialTariff[] Tariffs()
    {
        var tariffs = new List<SocialTariff>();
        for (var row = 1; row <= FeeForm.TariffRows; row++)
        {
            var (name, percent, note) = (Text(FeeForm.TariffField(row, "name")), Text(FeeForm.TariffField(row, "percent")), Text(FeeForm.TariffField(row, "legal_note")));
            if (name.Length + percent.Length + note.Length == 0)
                continue;
            var tariff = new SocialTariff(name, SimpleRule.Decimal(percent) ?? 0, note.Length == 0 ? null : note);
            if (name.Length == 0 || !tariff.IsLawful)
                unusable.Add(FeeForm.TariffField(row, "name"));
            tariffs.Add(tariff);
        }

        return [.. tariffs];
    }

    private string Text(string field) => fields.GetValueOrDefault(field, "").Trim();

    private int[] Terms()
    {
        if (SimpleRule.Months(Text("terms_months")) is { Count: > 0 } months && !months.Contains(0))
            return [.. months];
        unusable.Add("terms_months");
        return [];
    }

    private int Months(string field)
    {
        if (!int.TryParse(Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var months) || months == 0)
            unusable.Add(field);
        return months;
    }

    private decimal Needed(string field)
    {
        if (SimpleRule.Decimal(Text(field)) is { } euros and >= 0)
            return euros;
        unusable.Add(field);
        return 0;
    }

    private decimal? Euros(string field) => Text(field).Length == 0 ? null : Needed(field);

    private DateOnly? Day(string field)
    {
        if (Text(field).Length == 0)
            return null;
        if (!DateOnly.TryParseExact(Text(field), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            unusable.Add(field);
        return day;
    }
}
