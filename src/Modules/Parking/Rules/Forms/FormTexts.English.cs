using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Rules.Forms;

/// <summary>The words in English.</summary>
internal sealed class EnglishFormTexts : FormTexts
{
    public override string WhoMay => "Who gets a permit";
    public override string Practice => "What the office does with it";
    public override string Charges => "Changes and return";
    public override string SpacesAndNotes => "Spaces and notes";
    public override string Tickets => "Visitor tickets";
    public override string NoTickets => "The town gives no visitor tickets";
    public override string NotInThisForm => "This does not fit the form and stays as it is. Change it in the file (JSON).";
    public override string TicketUnit(int row) => $"Kind {row}: lasts in";
    public override string TicketPart(string part) => part switch { "length" => "How many of them", "per_year" => "Tickets a year", _ => "Euros for each ticket" };
    public override string FeesTitle => "Fees";
    public override string FeesLead => "A fee holds from its first to its last day. On one day only one holds.";
    public override string NoFee => "No fee yet. Without one the office decides each application.";
    public override string Fee => "Fee";
    public override string Kind => "Kind";
    public override string Days => "Holds";
    public override string Always => "always";
    public override string Change => "Change";
    public override string New => "New fee";
    public override string NewOf(string kind) => $"New fee: {kind}";
    public override string ChangeFee(string id) => $"Change fee {id}";
    public override string Identifier => "Identifier";
    public override string IdentifierHint => "Stands in notices and in the history, for example fee-2027. Small letters, digits and dashes.";
    public override string From => "First day";
    public override string To => "Last day";
    public override string EmptyIsAlways => "Empty: always, or until further notice.";
    public override string Months => "Months";
    public override string Amount => "Euros for the whole term";
    public override string Terms => "Terms in months";
    public override string TermsHint => "With commas between, for example 6, 12.";
    public override string PerSquareMetre => "Euros for each square metre and year";
    public override string Base => "Base amount a year, euros";
    public override string AreaHint => "Length × width of the vehicle × rate + base amount; shorter terms in proportion.";
    public override string ZonePerMonth(string zone) => $"Zone {zone}: euros a month";
    public override string ZonePerYear(string zone) => $"Zone {zone}: euros a year";
    public override string ZoneHint => "One amount for each zone, by the month or by the year. Empty: nobody gets a permit there for this fee.";
    public override string Once => "Once for each permit, euros";
    public override string PerMonth => "For each month, euros";
    public override string FormulaHint => "All parts are added up. Empty ones do not count.";
    public override string Least => "At least a year, euros";
    public override string Most => "At most a year, euros";
    public override string UnknownHint => "The office sets the fee with each application.";
    public override string Tariffs => "Social tariffs";
    public override string TariffsHint => "Each tariff names the law that allows it. StVG § 6a Abs. 5a does not carry social grounds (BVerwG, 13.06.2023, 9 CN 2.22).";
    public override string TariffName => "Name";
    public override string TariffPercent => "Percent of the full fee";
    public override string TariffNote => "Legal basis";
    public override string SaveFee => "Save the fee";
    public override string RemoveFee => "Take the fee out of the draft";
    public override string AsJson => "Change as text (JSON)";
    public override string OnlyJson => "This fee does not fit the form. It can be changed here as text (JSON); nothing of it is lost.";
    public override string Json => "Fee as text (JSON)";

    public override RefusalText FeeIdentifierUnusable { get; } = new(
        "The identifier cannot be used", "It is missing, belongs to another fee, or has other signs than small letters, digits and dashes.", "Choose another one; what you entered is still there.");

    public override RefusalText FeeUnusable(int fields) => new(
        "The fee was not saved", fields == 1 ? "One field is not right." : $"{fields} fields are not right.", "They are marked below; what you entered is still there.");

    public override RefusalText FeeUnreadable { get; } = new(
        "The text is no fee", "The JSON cannot be read or has members that do not exist.", "Compare it with data/README.md; your text is still there.");

    public override string Unusable(string field) => field switch
    {
        "renewal_earliest" => "Write P and a number with D, W or M, for example P30D for 30 days.",
        "terms_months" => "Write months as whole numbers with commas between, for example 6, 12.",
        SimpleRule.VisitorTickets => "Each row needs hour or day, two whole numbers and an amount; or the town gives none.",
        "automation_basis" => "At most 300 characters.",
        "id" => "Small letters, digits and dashes; not taken yet.",
        "valid_from" or "valid_to" => "Choose a day or leave the field empty.",
        _ when field.StartsWith("tariff.", StringComparison.Ordinal) => "A tariff needs a name, a share between 0 and 100, and the legal basis with at least 10 characters.",
        _ => "Write a number, for example 12 or 12.50.",
    };
}
