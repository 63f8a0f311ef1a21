using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Rules;

/// <summary>What clerks read about the town's rules.</summary>
internal abstract class RuleTexts : ITexts<RuleTexts>
{
    private static readonly RuleTexts German = new GermanRuleTexts();
    private static readonly RuleTexts English = new EnglishRuleTexts();

    public static RuleTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string Version { get; }
    public abstract string State { get; }
    public abstract string Reason { get; }
    public abstract string BasedOn { get; }
    public abstract string Begun { get; }
    public abstract string InForceNow { get; }
    public abstract string Past { get; }
    public abstract string Shipped { get; }
    public abstract string NewVersion { get; }
    public abstract string NewVersionLead { get; }
    public abstract string ReasonHint { get; }
    public abstract string Begin { get; }
    public abstract string ToVersions { get; }
    public abstract string Label { get; }
    public abstract string WrittenBy { get; }
    public abstract string AdoptedBy { get; }
    public abstract string Download { get; }
    public abstract string NoFindings { get; }
    public abstract string NoFindingsHint { get; }
    public abstract string Errors { get; }
    public abstract string Warnings { get; }
    public abstract string NoDifference { get; }
    public abstract string Place { get; }
    public abstract string Before { get; }
    public abstract string After { get; }
    public abstract string ToPreview { get; }
    public abstract string ZonesTitle { get; }
    public abstract string ZonesLead { get; }
    public abstract string NewZone { get; }
    public abstract string ZoneLetter { get; }
    public abstract string ZoneName { get; }
    public abstract string ZoneSpaces { get; }
    public abstract string ZoneArea { get; }
    public abstract string ZoneAreaHint { get; }
    public abstract string ZoneStreets { get; }
    public abstract string ZoneStreetsHint { get; }
    public abstract string ZoneSource { get; }
    public abstract string SaveZone { get; }
    public abstract string UndoPoint { get; }
    public abstract string ClearArea { get; }
    public abstract string Corner { get; }
    public abstract string MapLabel { get; }
    public abstract string MapHint { get; }
    public abstract string ChangeTitle { get; }
    public abstract string ChangeLead { get; }
    public abstract string Notes { get; }
    public abstract string Source { get; }
    public abstract string SourceHint { get; }
    public abstract string SaveDraft { get; }
    public abstract string AdoptTitle { get; }
    public abstract string AdoptLead { get; }
    public abstract string FirstDay { get; }
    public abstract string AdoptGo { get; }
    public abstract string DiscardTitle { get; }
    public abstract string DiscardGo { get; }
    public abstract string CapacityTitle { get; }
    public abstract string Zone { get; }
    public abstract string PermitsToday { get; }
    public abstract string SpacesToday { get; }
    public abstract string PermitsThen { get; }
    public abstract string SpacesThen { get; }
    public abstract string Oversold { get; }
    public abstract string NotCounted { get; }
    public abstract string Fits { get; }
    public abstract string AddressesTitle { get; }
    public abstract string NoAddress { get; }
    public abstract string AddressesLead { get; }
    public abstract RefusalText RuleValueNeedsSource { get; }
    public abstract RefusalText RuleValueUnusable(string rule, string written, int more);
    public abstract string VersionOf(int number);
    public abstract string AndMore(int count);
    public abstract string DifferencesTo(int number);
    public abstract string CompareTitle { get; }
    public abstract string CompareGo { get; }
    public abstract string DifferencesBetween(int from, int to);
    public abstract string SpacesOf(string zone, string name);
    public abstract string PreviewTitle(int number);
    public abstract string PreviewLead(DateOnly day, int permits, int notChecked, int open);
    public abstract string FeesChange(int dearer, int cheaper, decimal sum, decimal largestRise, decimal largestFall);
    public abstract string Gained(int count);
    public abstract string Lost(int count, string why);
    public abstract string Moved(int count, string from, string to);

    /// <summary>A rule in words; its name in the book when there are none.</summary>
    public abstract string RuleName(string rule);

    /// <summary>Whether a version is a draft, coming, in force or past.</summary>
    /// <param name="version">The version.</param>
    /// <param name="inForce">Number of the one that holds today.</param>
    public string StateOf(RuleBookVersion version, int inForce) => version switch
    {
        { ValidFrom: null } => IsDraft,
        { ValidFrom: var from } when version.Number == inForce => HoldsFrom(from.Value),
        _ => Begins(version.ValidFrom.Value),
    };

    protected abstract string IsDraft { get; }
    protected abstract string HoldsFrom(DateOnly day);
    protected abstract string Begins(DateOnly day);
    public abstract RefusalText RuleBookNeedsReason { get; }
    public abstract RefusalText RuleBookNeedsSecondPerson { get; }
    public abstract RefusalText ZoneNeedsName { get; }
    public abstract RefusalText ZoneAreaUnusable { get; }
    public abstract RefusalText ZoneStreetUnusable(string line);
    public abstract RefusalText RuleBookNotFound(int number);
    public abstract RefusalText RuleBookTooLarge(int mebibytes);
    public abstract RefusalText RuleBookUnreadable(string place, long line);
    public abstract RefusalText RuleBookOfAnotherTown(string given, string ours);
    public abstract RefusalText RuleBookInForce(int number);
    public abstract RefusalText RuleBookChanged(int number);
    public abstract RefusalText RuleBookDayUnusable(DateOnly first, DateOnly last);
    public abstract RefusalText RuleBookDayTaken(DateOnly day);
    public abstract RefusalText RuleBookHasErrors(int count);
    public abstract string BasisName(VehicleBasis basis);
    public abstract string FeeNotKnown { get; }
    public abstract string TooMany(string what, int count, int most);
    public abstract string ZoneTwice(string zone);
    public abstract string ForeignZone(string zone, string ags);
    public abstract string UnknownZone(string zone, string where);
    public abstract string RangeBroken(string zone, string street, string from, string to);
    public abstract string HouseInSeveralZones(string street, string house, string zones);
    public abstract string RangesOverlap(string zone, string street, string house);
    public abstract string ZoneEmpty(string zone);
    public abstract string AreaBroken(string zone, AreaFault fault);
    public abstract string AreaTooLarge(string zone, int metres);
    public abstract string AreasOverlap(string zone, string other, int squareMetres);
    public abstract string CapacityMissing(string zone);
    public abstract string ZoneWithoutFee(string zone, string fee);
    public abstract string FeeBroken(string fee);
    public abstract string TariffUnlawful(string fee, string tariff);
    public abstract string FeesOverlap(string fee, string other);
    public abstract string LongerTermCheaper(string fee, int months, int shorter);
    public abstract string NumberOutOfRange(string rule, string value, string least, string most);
    public abstract string EvidenceMissing(VehicleBasis basis);
    public abstract string DaysReversed(string where);
    public abstract string TextTooLong(string where, int most);
}
