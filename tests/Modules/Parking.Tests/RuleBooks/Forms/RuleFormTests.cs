using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Rules.Forms;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.RuleBooks.Forms;

/// <summary>Eligibility and fees by form: no file, no script.</summary>
public sealed partial class RuleFormTests
{
    private static readonly FactFiles Shipped = new(ProductFiles.PathOf("data"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<string>> Towns => Shipped.Towns.Towns.Select(town => new TheoryDataRow<string>(town.Ags));

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Who_gets_a_permit_and_what_the_office_does_is_changed_by_form_and_the_rest_keeps_its_source(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var clerk = await BeginAsync(town);
        var before = await RulesAsync(town);

        var saved = await SendAsync(
            clerk, "/office/rules/1", "change", ("residences", ""), ("residences", "main"), ("residences", "secondary"), ("keeper", ""), ("keeper", "applicant"), ("excluded_vehicle_kinds", ""),
            ("excluded_vehicle_kinds", "none"), ("own_space_excludes", "no"), ("bases.company-car", ""), ("bases.company-car", "employer-confirmation"), ("bases.care", ""), ("terms_months", "12, 6"),
            ("automation_basis", "§ 5 der Satzung"), ("refund.kept_euros", "2,50"), ("refund.smallest_euros", ""), ("visitor_tickets", ""), ("visitor_tickets.1.unit", "day"), ("visitor_tickets.1.length", "2"),
            ("visitor_tickets.1.per_year", "30"), ("visitor_tickets.1.euros", "1,20"), ("provisional_days", before.ProvisionalDays.Value.ToString()!), ("source", "Satzung vom 1.12.2026"));

        Assert.EndsWith("/office/rules/1", saved.Onwards, StringComparison.Ordinal);
        var rules = await RulesAsync(town);
        Assert.Equal([ResidenceKind.Main, ResidenceKind.Secondary], rules.Residences.Value!);
        Assert.Equal([KeeperRule.Applicant], rules.Keeper.Value!);
        Assert.Empty(rules.ExcludedVehicleKinds.Value!);
        Assert.Equal((false, "Satzung vom 1.12.2026"), (rules.OwnSpaceExcludes.Value, rules.OwnSpaceExcludes.Source));
        Assert.Equal([Evidence.EmployerConfirmation], rules.Bases.Value!.Single(basis => basis.Basis is VehicleBasis.CompanyCar).Evidence);
        Assert.DoesNotContain(rules.Bases.Value!, basis => basis.Basis is VehicleBasis.Care);
        Assert.Equal([6, 12], rules.TermsMonths.Value!);
        Assert.Equal("§ 5 der Satzung", rules.AutomationBasis.Value);
        Assert.Equal(new RefundRule(2.5m, 0), rules.Refund.Value);
        Assert.Equal([new VisitorTicketRule(VisitorUnit.Day, 2, 30, 1.2m)], rules.VisitorTickets.Value!);
        Assert.Equal(before.ProvisionalDays, rules.ProvisionalDays);
        Assert.Equal(before.RenewalEarliest, rules.RenewalEarliest);
    }

    [Fact]
    public async Task Sent_unchanged_the_form_changes_nothing()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await BeginAsync(town);
        var (page, before) = (await clerk.OpenAsync("/office/rules/1"), await ContentAsync(town));

        Assert.NotNull((await clerk.SendFormAsync("/office/rules/1", [.. FieldsOf(page, "change"), ("source", "Probe")])).Onwards);

        Assert.Equal(before, await ContentAsync(town));
    }

    [Fact]
    public async Task Each_field_that_is_not_right_says_so_keeps_what_was_entered_and_nothing_is_stored()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await BeginAsync(town);
        var before = await ContentAsync(town);

        var refused = await SendAsync(
            clerk, "/office/rules/1", "change", ("terms_months", "ein Jahr"), ("renewal_earliest", "30 Tage"), ("residences", ""), ("residences", "invented"), ("spaces.P", "viele"), ("plates_per_permit", "2"),
            ("visitor_tickets", ""), ("visitor_tickets.1.unit", "day"), ("visitor_tickets.1.length", "zwei"), ("visitor_tickets.1.per_year", ""), ("visitor_tickets.1.euros", "1"), ("source", "Beschluss X"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var field in new[] { "terms_months", "renewal_earliest", "residences", "spaces.P", "visitor_tickets" })
            Assert.Contains($"id=\"{field}-error\"", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"plates_per_permit-error\"", refused.Html, StringComparison.Ordinal);
        foreach (var kept in new[] { "value=\"ein Jahr\"", "value=\"30 Tage\"", "value=\"viele\"", "value=\"zwei\"", "value=\"Beschluss X\"", "name=\"plates_per_permit\" value=\"2\"" })
            Assert.Contains(kept, refused.Html, StringComparison.Ordinal);
        Assert.Equal(before, await ContentAsync(town));
    }

    [Fact]
    public async Task After_a_colleagues_change_what_was_entered_stays_but_does_not_overwrite_it()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await BeginAsync(town);
        var old = Checksum().Match((await clerk.OpenAsync("/office/rules/1")).Html).Groups[1].Value;
        await SendAsync(clerk, "/office/rules/1", "change", ("provisional_days", "7"), ("source", "Beschluss"));

        var late = await clerk.SendFormAsync("/office/rules/1", ("_handler", "change"), ("checksum", old), ("provisional_days", "8"), ("source", "Beschluss"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("name=\"provisional_days\" value=\"8\"", late.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.SendFormAsync("/office/rules/1", [.. FieldsOf(late, "change"), ("source", "Beschluss")])).Status);
        Assert.Equal(7, (await RulesAsync(town)).ProvisionalDays.Value);
    }

    [Theory, MemberData(nameof(Towns))]
    public void Every_shipped_fee_whose_zones_stand_in_the_book_fits_the_form_and_comes_back_the_same(string ags)
    {
        var book = Shipped.Book(ags, withOverlay: true);
        var form = new FeeForm([.. book.Zones.Select(zone => zone.ZoneId).Distinct()]);
        foreach (var fee in book.Fees)
        {
            var fields = form.Show(fee);
            Assert.True(fields is not null || fee is ZoneFee, $"{fee.Id} does not fit the form.");
            if (fields is not null)
                Assert.True(FeeForm.Same(fee, new FeeReader(fields).Read(FeeForm.KindOf(fee), form, fee)!));
        }
    }

    [Fact]
    public void A_formula_with_two_parts_of_one_kind_does_not_fit_the_form()
    {
        var formula = new FormulaFee { Id = "f", Confidence = "high", Source = "s", TermsMonths = [12], Parts = [new FeePart.OncePart(1), new FeePart.MonthPart(2)] };
        Assert.NotNull(new FeeForm(["A"]).Show(formula));
        Assert.Null(new FeeForm(["A"]).Show(formula with { Parts = [.. formula.Parts, new FeePart.OncePart(3)] }));
        Assert.Null(new FeeForm(["A"]).Show(formula with { Parts = [new FeePart.ZonePart(new Dictionary<string, decimal> { ["B"] = 1 })] }));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_makes_changes_and_removes_fees_by_form(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var clerk = await BeginAsync(town);
        var first = (await BookAsync(town)).Fees.Count;

        var made = await SendAsync(
            clerk, "/office/rules/1/fees/form?kind=area", "fee", ("kind", "area"), ("id", "flaeche-2027"), ("valid_from", "2027-01-01"), ("valid_to", ""), ("per_square_metre", "30,00"), ("base", "15"),
            ("terms_months", "12, 6"), ("change_fee", "5"), ("replacement_fee", ""), ("tariff.1.name", "Sozialpass"), ("tariff.1.percent", "50"), ("tariff.1.legal_note", "§ 3 Satz 2 der Gebührensatzung"),
            ("source", "Gebührensatzung 2027"));

        Assert.EndsWith("/office/rules/1/fees", made.Onwards, StringComparison.Ordinal);
        var area = Assert.IsType<AreaFee>((await BookAsync(town)).Fees.Single(fee => fee.Id == "flaeche-2027"));
        Assert.Equal((30m, 15m, 5m, null, "Gebührensatzung 2027"), (area.PerSquareMetrePerYear, area.Base, area.ChangeFee, area.ReplacementFee, area.Source));
        Assert.Equal((new DateOnly(2027, 1, 1), null), (area.ValidFrom, area.ValidTo));
        Assert.Equal([6, 12], area.TermsMonths);
        Assert.Equal([new SocialTariff("Sozialpass", 50, "§ 3 Satz 2 der Gebührensatzung")], area.SocialTariffs);

        var address = "/office/rules/1/fees/form?fee=flaeche-2027";
        Assert.Contains("value=\"30\"", (await clerk.OpenAsync(address)).Html, StringComparison.Ordinal);
        var changed = FieldsOf(await clerk.OpenAsync(address), "fee").Select(field => field.Name == "base" ? (field.Name, "20") : field);
        Assert.NotNull((await clerk.SendFormAsync(address, [.. changed, ("source", "Änderung")])).Onwards);
        Assert.Equal((20m, "Änderung"), ((await BookAsync(town)).Fees.OfType<AreaFee>().Select(fee => (fee.Base, fee.Source)).Single()));
        await SendAsync(clerk, address, "fee", ("wish", "remove"), ("source", "Änderung"));
        Assert.Equal(first, (await BookAsync(town)).Fees.Count);
    }

    [Theory]
    [InlineData("id", "", "id")]
    [InlineData("id", "Neue Gebühr", "id")]
    [InlineData("valid_from", "morgen", "valid_from")]
    [InlineData("months", "zwölf", "months")]
    [InlineData("months", "0", "months")]
    [InlineData("amount", "", "amount")]
    [InlineData("amount", "-5", "amount")]
    [InlineData("change_fee", "viel", "change_fee")]
    [InlineData("tariff.1.legal_note", "kurz", "tariff.1.name")]
    [InlineData("tariff.1.percent", "100", "tariff.1.name")]
    public async Task A_fee_with_one_field_that_is_not_right_is_refused_there_and_nothing_is_lost(string field, string value, string marked)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await BeginAsync(town);
        var fields = new Dictionary<string, string>
        {
            ["kind"] = "flat", ["id"] = "neu-1", ["valid_from"] = "2027-01-01", ["months"] = "12", ["amount"] = "30", ["change_fee"] = "3",
            ["tariff.1.name"] = "Sozialpass", ["tariff.1.percent"] = "50", ["tariff.1.legal_note"] = "§ 3 der Satzung vom 1.1.", ["source"] = "Satzung",
        };
        Assert.NotNull((await SendAsync(clerk, "/office/rules/1/fees/form?kind=flat", "fee", [.. fields.Select(each => (each.Key, each.Value))])).Onwards);
        var before = await ContentAsync(town);

        (fields["id"], fields[field]) = ("neu-2", value);
        var refused = await SendAsync(clerk, "/office/rules/1/fees/form?kind=flat", "fee", [.. fields.Select(each => (each.Key, each.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains($"id=\"{marked}-error\"", refused.Html, StringComparison.Ordinal);
        foreach (var (name, entered) in fields.Where(each => each.Key is not "kind" && each.Value.Length > 0))
            Assert.Contains($"name=\"{name}\" value=\"{entered}\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal(before, await ContentAsync(town));
    }

    [Fact]
    public async Task The_identifier_of_another_fee_is_refused()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await BeginAsync(town);
        (string, string)[] fee = [("kind", "unknown"), ("id", "neu"), ("source", "Satzung")];
        Assert.NotNull((await SendAsync(clerk, "/office/rules/1/fees/form?kind=unknown", "fee", fee)).Onwards);

        Assert.Contains("Das Kürzel geht nicht", (await SendAsync(clerk, "/office/rules/1/fees/form?kind=unknown", "fee", fee)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fee_that_the_form_cannot_show_says_so_and_is_changed_as_text()
    {
        const string Finer = """{ "rule": "area", "per_square_metre_per_year": 30.1234, "base": 0, "terms_months": [12], "id": "fein", "confidence": "demo", "source": "Satzung", "demo": true }""";
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await BeginAsync(town);
        await SendAsync(clerk, "/office/rules/1/fees/form?kind=unknown", "fee", ("kind", "unknown"), ("id", "fein"), ("source", "Satzung"));
        var address = "/office/rules/1/fees/form?fee=fein";

        Assert.NotNull((await SendAsync(clerk, $"{address}&as=json", "fee", ("json", Finer), ("source", "Satzung"))).Onwards);
        var page = await clerk.OpenAsync(address);
        Assert.Contains("Diese Gebühr passt nicht in das Formular", page.Html, StringComparison.Ordinal);
        Assert.Contains("30.1234", page.Html, StringComparison.Ordinal);

        var broken = await SendAsync(clerk, address, "fee", ("json", Finer.Replace("\"base\"", "\"bass\"", StringComparison.Ordinal)), ("source", "Satzung"));
        Assert.Contains("Der Text ist keine Gebühr", broken.Html, StringComparison.Ordinal);
        Assert.Contains("\"bass\"", broken.Html, StringComparison.Ordinal);
        foreach (var none in new[] { "", "[]", "null", "{}", """{ "id": "x", "confidence": "demo", "source": "s" }""" })
            Assert.Contains("Der Text ist keine Gebühr", (await SendAsync(clerk, address, "fee", ("json", none), ("source", "Satzung"))).Html, StringComparison.Ordinal);
        Assert.Equal(30.1234m, (await BookAsync(town)).Fees.OfType<AreaFee>().Single(fee => fee.Id == "fein").PerSquareMetrePerYear);
    }

    [Fact]
    public async Task Fees_of_a_version_in_force_have_no_form()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await town.SignInAsync("Clerk");
        foreach (var path in new[] { "/office/rules/0/fees", "/office/rules/7/fees", "/office/rules/7/fees/form?kind=flat" })
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync(path)).Status);
        Assert.Contains("/sign-in", (await town.NewBrowser().OpenAsync("/office/rules/1/fees")).Onwards, StringComparison.Ordinal);
    }

    /// <summary>A clerk with a fresh draft of the shipped book.</summary>
    private static async Task<PortalBrowser> BeginAsync(PermitTown town)
    {
        var clerk = await town.SignInAsync("Clerk");
        await clerk.OpenAsync("/office/rules");
        await clerk.SendFormAsync("/office/rules", ("_handler", "begin"), ("based_on", "0"), ("reason", "Probe"));
        return clerk;
    }

    private static async Task<Page> SendAsync(PortalBrowser clerk, string address, string handler, params (string, string)[] fields)
    {
        var page = await clerk.OpenAsync(address);
        return await clerk.SendFormAsync(address, [("_handler", handler), ("checksum", Checksum().Match(page.Html).Groups[1].Value), .. fields]);
    }

    private static async Task<string> ContentAsync(PermitTown town) => (await town.Services.GetRequiredService<ListRuleBooks>().FindAsync(1, Cancellation))!.Content;

    private static async Task<RuleBook> BookAsync(PermitTown town) => (await town.Services.GetRequiredService<ListRuleBooks>().ReadBookAsync(1, Cancellation)).Value;

    private static async Task<EligibilityRules> RulesAsync(PermitTown town) => (await BookAsync(town)).Rules;

    /// <summary>The fields of the first form of the page as a browser without a script sends them; the source is not one of them.</summary>
    private static IEnumerable<(string Name, string Value)> FieldsOf(Page page, string handler)
    {
        var start = page.Html.IndexOf("name=\"checksum\"", StringComparison.Ordinal);
        var html = page.Html[start..page.Html.IndexOf("</form>", start, StringComparison.Ordinal)];
        yield return ("_handler", handler);
        yield return ("checksum", Checksum().Match(page.Html[start..]).Groups[1].Value);
        foreach (Match hidden in Hidden().Matches(html))
            yield return (hidden.Groups[1].Value, hidden.Groups[2].Value);
        foreach (Match input in Input().Matches(html).Where(input => input.Groups[1].Value != "source"))
            yield return (input.Groups[1].Value, input.Groups[2].Value);
        foreach (Match box in Box().Matches(html))
            yield return (box.Groups[1].Value, box.Groups[2].Value);
        foreach (Match select in Select().Matches(html))
            yield return (select.Groups[1].Value, Selected().Match(select.Value) is { Success: true } chosen ? chosen.Groups[1].Value : "");
        foreach (Match text in Area().Matches(html))
            yield return (text.Groups[1].Value, text.Groups[2].Value);
    }

    [GeneratedRegex("""name="checksum" value="([0-9a-f]{12})""")]
    private static partial Regex Checksum();

    [GeneratedRegex("""<input type="hidden" name="((?!checksum)[^"]+)" value="([^"]*)" ?""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<input class="kern-form-input__input" id="[^"]+" name="([^"]+)"(?: value="([^"]*)")?""")]
    private static partial Regex Input();

    [GeneratedRegex("""type="checkbox" id="[^"]+" name="([^"]+)" value="([^"]*)" checked""")]
    private static partial Regex Box();

    [GeneratedRegex("""<select class="[^"]+" id="[^"]+" name="([^"]+)">.*?</select>""", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("""<option value="([^"]*)" selected""")]
    private static partial Regex Selected();

    [GeneratedRegex("""<textarea class="[^"]+" id="[^"]+" name="([^"]+)"[^>]*>(.*?)</textarea>""", RegexOptions.Singleline)]
    private static partial Regex Area();
}
