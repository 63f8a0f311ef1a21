using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Rules.Words;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Rules;

/// <summary>The words in English.</summary>
internal sealed class EnglishRuleTexts : RuleTexts
{
    public override string Title => "Rules of the town";
    public override string Lead => "What the town decides about resident parking, with all versions. Each decision names the version by which it was made.";
    public override string Version => "Version";
    public override string State => "State";
    public override string Reason => "Reason";
    public override string BasedOn => "Made from";
    public override string Begun => "Begun";
    public override string InForceNow => "Holds today";
    public override string Past => "Superseded";
    public override string Shipped => "Shipped facts";
    public override string NewVersion => "Begin a new version";
    public override string NewVersionLead => "A new version is a draft. It counts only when a second person puts it in force from a day on.";
    public override string ReasonHint => "One sentence, for example the council's decision.";
    public override string Begin => "Begin the draft";
    public override string ToVersions => "All versions";
    public override string WrittenBy => "Written by";
    public override string AdoptedBy => "Put in force by";
    public override string Label => "Mark in decisions";
    public override string Download => "Download as a file (JSON)";
    public override string NoFindings => "No errors found";
    public override string NoFindingsHint => "The rule book does not contradict itself.";
    public override string Errors => "Errors";
    public override string Warnings => "Warnings";
    public override string NoDifference => "Nothing differs between the two.";
    public override string Place => "Rule";
    public override string Before => "Before";
    public override string After => "After";
    public override string ToPreview => "Preview: what would change for the existing permits?";
    public override string ZonesTitle => "Zones on the map";
    public override string ZonesLead => "Choose a zone or draw a new one. What you save stands in the draft and counts only once that is in force.";
    public override string NewZone => "New zone";
    public override string ZoneLetter => "Letter on the permit";
    public override string ZoneName => "Name of the zone";
    public override string ZoneSpaces => "Spaces (empty: not counted)";
    public override string ZoneArea => "Area as GeoJSON";
    public override string ZoneAreaHint => "The map writes here. Empty: the zone is described by streets only.";
    public override string ZoneStreets => "Streets";
    public override string ZoneStreetsHint => "One a line: Georgstraße or Hauptstraße 28-42 even";
    public override string ZoneSource => "Where does this come from? (decision, order)";
    public override string SaveZone => "Save in the draft";
    public override string UndoPoint => "Remove the last corner";
    public override string ClearArea => "Clear the area";
    public override string Corner => "Corner";
    public override string MapLabel => "Map of the zones. The area also stands below as text.";
    public override string MapHint => "A tap sets a corner, dragging moves it. Green: other zones. Red: this zone.";
    public override string ChangeTitle => "Change values";
    public override string ChangeLead => "An empty field means: not stated, the office decides. Zones and fees have pages of their own; what fits no form is changed in the file.";
    public override string Notes => "Notes (one a line)";
    public override string Source => "Source of the new values";
    public override string SourceHint => "For example: council's decision of 2026-11-12, paper 123.";
    public override string SaveDraft => "Save the draft";
    public override string AdoptTitle => "Put in force";
    public override string AdoptLead => "After that this version changes no more. It holds until a later one begins.";
    public override string FirstDay => "First day";
    public override string AdoptGo => "Put the version in force";
    public override string DiscardTitle => "Discard";
    public override string DiscardGo => "Discard the draft";
    public override string CapacityTitle => "Permits and spaces";
    public override string Zone => "Zone";
    public override string PermitsToday => "Permits today";
    public override string SpacesToday => "Spaces today";
    public override string PermitsThen => "Permits then";
    public override string SpacesThen => "Spaces then";
    public override string Oversold => "Too many permits for the spaces";
    public override string NotCounted => "Spaces not counted";
    public override string Fits => "Enough";
    public override string AddressesTitle => "Addresses with another zone";
    public override string NoAddress => "At the ends of all street sections the zone stays the same.";
    public override string AddressesLead => "Tried at the ends of all street sections; \"?\" means: the office decides, \"–\": in no zone.";

    public override RefusalText RuleValueNeedsSource { get; } = new(
        "The source is missing", "Each value says where it comes from: 3 to 300 characters.", "Name the decision or the provision and save again.");

    public override RefusalText RuleValueUnusable(string rule, string written, int more) => new(
        "A value cannot be used", $"\"{written}\" is no value for \"{rule}\".{(more > 0 ? $" Fields of which the same is true: {more}." : "")}",
        "The fields are marked below, what you entered is still there. Change it or empty the field; nothing was saved.");

    public override string VersionOf(int number) => $"Version {number}";

    public override string AndMore(int count) => $"and {count} more";

    public override string DifferencesTo(int number) => $"Differences to version {number}";

    public override string CompareTitle => "Compare two versions";

    public override string CompareGo => "Compare";

    public override string DifferencesBetween(int from, int to) => $"From version {from} to version {to}";

    public override string SpacesOf(string zone, string name) => $"Spaces of zone {zone} ({name})";

    public override string PreviewTitle(int number) => $"Preview of version {number}";

    public override string PreviewLead(DateOnly day, int permits, int notChecked, int open) =>
        $"Calculated for {Day(day)}, as if each of the {permits} valid permits were renewed on that day. Without kept facts: {notChecked}. Decided by a person either way: {open}.";

    public override string FeesChange(int dearer, int cheaper, decimal sum, decimal largestRise, decimal largestFall) =>
        $"Fee: {dearer} permits cost more (by {Euros(largestRise)} at most), {cheaper} cost less (by {Euros(largestFall)} at most), together {Euros(sum)}.";

    public override string Gained(int count) => $"Newly entitled: {count}.";

    public override string Lost(int count, string why) => $"No longer entitled: {count} – {why}.";

    public override string Moved(int count, string from, string to) => $"Another zone: {count} from {from} to {to}.";

    public override string RuleName(string rule) => rule switch
    {
        "plates_per_permit" => "Plates on one permit",
        "max_length_mm" => "Greatest length in millimetres",
        "max_width_mm" => "Greatest width in millimetres",
        "renewal_earliest" => "Renewal this long before the end at the earliest (P30D = 30 days, P6W = 6 weeks, P1M = 1 month)",
        "provisional_days" => "Days of a provisional permit while a register is silent (0 = none)",
        "temporary_plate_days" => "Days for a temporary plate (0 = none)",
        "suspend_unpaid_after_days" => "Suspend so many days after the due day (empty = never)",
        "most_permits_per_space" => "Permits for each space until the zone is full",
        "change_fees.plate" => "Change of plate, euros",
        "change_fees.temporary_plate" => "Temporary plate, euros",
        "change_fees.zone" => "Change of zone, euros",
        "change_fees.replacement" => "Replacement of a lost paper, euros",
        "automation_basis" => "Legal basis for decisions without a clerk (§ 35a VwVfG NRW; empty = a clerk releases each)",
        _ => BookWords.For(Language.English).PlaceOf(rule),
    };

    protected override string IsDraft => "Draft";

    protected override string HoldsFrom(DateOnly day) => $"Holds today, since {Day(day)}";

    protected override string Begins(DateOnly day) => $"Begins {Day(day)} or is superseded";

    public override RefusalText RuleBookNeedsReason { get; } = new(
        "The reason is missing or too long", "A new version needs a reason of 3 to 500 characters.", "Write in one sentence why the rules change.");

    public override RefusalText RuleBookNeedsSecondPerson { get; } = new(
        "This needs a second person", "Whoever wrote a version does not put it in force.", "Ask a colleague to check it and to put it in force.");

    public override RefusalText ZoneNeedsName { get; } = new(
        "Letter or name are missing", "A zone needs at most 12 characters for the permit, and a name.", "Go back and fill in both fields.");

    public override RefusalText ZoneAreaUnusable { get; } = new(
        "The area is not right", "It is no GeoJSON polygon, has fewer than three corners or crosses itself.", "Go back and draw the corners in their order.");

    public override RefusalText ZoneStreetUnusable(string line) => new(
        "A street cannot be read", $"“{line}” has not the form “Hauptstraße 28-42 even”, or the list is too long.", "Go back and correct the line.");

    public override RefusalText RuleBookNotFound(int number) => new(
        "There is no such version", $"No version {number} of the rules is stored.", "Choose a version from the list.");

    public override RefusalText RuleBookTooLarge(int mebibytes) => new(
        "The file is too large", $"A rule book has at most {mebibytes} MiB.", "Simplify the areas of the zones, they make up most of it.");

    public override RefusalText RuleBookUnreadable(string place, long line) => new(
        "The file is no rule book", $"Line {line}, at {place}, holds something that does not belong there.", "Compare it with a rule book that you downloaded; data/README.md describes each field.");

    public override RefusalText RuleBookOfAnotherTown(string given, string ours) => new(
        "The rule book belongs to another town", $"It bears the municipality key {given}, this town has {ours}.", "Choose the file of this town.");

    public override RefusalText RuleBookInForce(int number) => new(
        "This version changes no more", $"Version {number} has been put in force.", "Begin a new version from it.");

    public override RefusalText RuleBookChanged(int number) => new(
        "The draft was changed meanwhile", $"Version {number} is no longer what you had before you.", "Load the page again and look at the draft once more.");

    public override RefusalText RuleBookDayUnusable(DateOnly first, DateOnly last) => new(
        "That day cannot be used", $"Rules hold from {Day(first)} at the earliest, and at most five years ahead, until {Day(last)}.", "Choose another day.");

    public override RefusalText RuleBookDayTaken(DateOnly day) => new(
        "Another version begins on that day", $"From {Day(day)} another version holds already.", "Choose another day.");

    public override RefusalText RuleBookHasErrors(int count) => new(
        "The draft has errors", count == 1 ? "One error is left in it." : $"{count} errors are left in it.", "Mend what stands under \"Errors\", then the version can be put in force.");

    public override string FeeNotKnown => "No fee is known on the first day: a person then decides each application.";

    public override string TooMany(string what, int count, int most) =>
        $"Too many entries in {what}: {count}, at most {most} are possible.";

    public override string ZoneTwice(string zone) =>
        $"Zone {zone} stands twice in the rule book. Give one of the two another identifier.";

    public override string ForeignZone(string zone, string ags) =>
        $"Zone {zone} bears the municipality key {ags} of another town.";

    public override string UnknownZone(string zone, string where) =>
        $"Under {where} stands zone {zone}, which this rule book does not have.";

    public override string RangeBroken(string zone, string street, string from, string to) =>
        $"Zone {zone}, {street}: \"{from} to {to}\" is no range of house numbers. Name the smaller number first, or none for the whole street.";

    public override string HouseInSeveralZones(string street, string house, string zones) =>
        $"{street} {house} stands in several zones ({zones}). A house belongs to exactly one; change one of the ranges.";

    public override string RangesOverlap(string zone, string street, string house) =>
        $"Zone {zone}: {street} {house} stands in two lines. That does no harm, one is enough.";

    public override string ZoneEmpty(string zone) =>
        $"Zone {zone} has neither streets nor an area: nobody lives in it.";

    public override string AreaTooLarge(string zone, int metres) =>
        $"Zone {zone} extends over {metres} m. The administrative regulation VwV-StVO on § 45 allows 1,500 m at most since 2025-04-10; give reasons for the size or divide the zone.";

    public override string AreasOverlap(string zone, string other, int squareMetres) =>
        $"The areas of zones {zone} and {other} overlap by {squareMetres} m². If that is intended, state under extra_zones whose permits count there too.";

    public override string CapacityMissing(string zone) =>
        $"Zone {zone} lacks the number of its spaces: without it nobody warns of too many permits.";

    public override string ZoneWithoutFee(string zone, string fee) =>
        $"The fee {fee} names no amount for zone {zone}. Enter one, or nobody gets a permit there.";

    public override string FeeBroken(string fee) =>
        $"The fee {fee} cannot be meant as it stands: an amount is negative or above 100,000 euros, a term is missing or stands twice, or it ends before it begins.";

    public override string TariffUnlawful(string fee, string tariff) =>
        $"The fee {fee} has the social tariff \"{tariff}\" without a legal basis or without a share between 0 and 100 percent. StVG § 6a Abs. 5a allows fees by the value of the space; social grounds do not carry them (BVerwG, 13.06.2023, 9 CN 2.22). Name the provision that allows the tariff, or strike it.";

    public override string FeesOverlap(string fee, string other) =>
        $"The fees {fee} and {other} hold on the same day. End one before the other begins.";

    public override string LongerTermCheaper(string fee, int months, int shorter) =>
        $"Fee {fee}: {months} months cost less than {shorter} months. Is that intended?";

    public override string NumberOutOfRange(string rule, string value, string least, string most) =>
        $"The rule {rule} has the value {value}; possible is {least} to {most}.";

    public override string EvidenceMissing(VehicleBasis basis) =>
        $"No evidence is named for \"{BasisName(basis)}\". Name at least one.";

    public override string DaysReversed(string where) =>
        $"{where}: the last day lies before the first.";

    public override string TextTooLong(string where, int most) =>
        $"A text is too long ({where}): at most {most} characters.";

    public override string AreaBroken(string zone, AreaFault fault) => fault switch
    {
        AreaFault.Empty => $"The area of zone {zone} has no points. Draw it anew.",
        AreaFault.NotOnEarth => $"The area of zone {zone} has points that are no degrees of longitude and latitude. Convert the coordinates to WGS 84 (EPSG:4326).",
        AreaFault.NotClosed => $"The area of zone {zone} is not closed. Its last point must be its first.",
        AreaFault.TooFewPoints => $"The area of zone {zone} has fewer than three corners.",
        _ => $"The border of zone {zone} crosses itself. Move the points so that no two lines cross.",
    };

    public override string BasisName(VehicleBasis basis) => basis switch
    {
        VehicleBasis.KeeperConsent => "Vehicle of another person",
        VehicleBasis.CompanyCar => "Company car",
        VehicleBasis.CarSharing => "Car sharing",
        VehicleBasis.Care => "Care",
        _ => "Own vehicle",
    };

    private static string Euros(decimal euros) => "€" + euros.ToString("0.00", Language.English.Culture());

    private static string Day(DateOnly day) => day.ToString("d", Language.English.Culture());
}
