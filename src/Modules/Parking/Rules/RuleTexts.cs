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

    public abstract RefusalText RuleBookNeedsReason { get; }
    public abstract RefusalText RuleBookNeedsSecondPerson { get; }
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
