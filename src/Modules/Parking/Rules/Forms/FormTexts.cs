using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Rules.Forms;

/// <summary>What clerks read in the forms of a rule book.</summary>
internal abstract class FormTexts : ITexts<FormTexts>
{
    private static readonly FormTexts German = new GermanFormTexts();
    private static readonly FormTexts English = new EnglishFormTexts();

    public static FormTexts For(Language language) => language is Language.German ? German : English;

    public abstract string WhoMay { get; }
    public abstract string Practice { get; }
    public abstract string Charges { get; }
    public abstract string SpacesAndNotes { get; }
    public abstract string Tickets { get; }
    public abstract string NoTickets { get; }
    public abstract string NotInThisForm { get; }
    public abstract string TicketUnit(int row);
    public abstract string TicketPart(string part);
    public abstract string FeesTitle { get; }
    public abstract string FeesLead { get; }
    public abstract string NoFee { get; }
    public abstract string Fee { get; }
    public abstract string Kind { get; }
    public abstract string Days { get; }
    public abstract string Always { get; }
    public abstract string Change { get; }
    public abstract string New { get; }
    public abstract string NewOf(string kind);
    public abstract string ChangeFee(string id);
    public abstract string Identifier { get; }
    public abstract string IdentifierHint { get; }
    public abstract string From { get; }
    public abstract string To { get; }
    public abstract string EmptyIsAlways { get; }
    public abstract string Months { get; }
    public abstract string Amount { get; }
    public abstract string Terms { get; }
    public abstract string TermsHint { get; }
    public abstract string PerSquareMetre { get; }
    public abstract string Base { get; }
    public abstract string AreaHint { get; }
    public abstract string ZonePerMonth(string zone);
    public abstract string ZonePerYear(string zone);
    public abstract string ZoneHint { get; }
    public abstract string Once { get; }
    public abstract string PerMonth { get; }
    public abstract string FormulaHint { get; }
    public abstract string Least { get; }
    public abstract string Most { get; }
    public abstract string UnknownHint { get; }
    public abstract string Tariffs { get; }
    public abstract string TariffsHint { get; }
    public abstract string TariffName { get; }
    public abstract string TariffPercent { get; }
    public abstract string TariffNote { get; }
    public abstract string SaveFee { get; }
    public abstract string RemoveFee { get; }
    public abstract string AsJson { get; }
    public abstract string OnlyJson { get; }
    public abstract string Json { get; }
    public abstract RefusalText FeeIdentifierUnusable { get; }
    public abstract RefusalText FeeUnusable(int fields);
    public abstract RefusalText FeeUnreadable { get; }

    /// <summary>What is wrong with a field, and what fits.</summary>
    public abstract string Unusable(string field);
}
