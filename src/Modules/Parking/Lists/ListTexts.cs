using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Lists.Import;

namespace Modellstadt.Parking.Lists;

/// <summary>Words of lists and figures, for clerks.</summary>
internal abstract class ListTexts : ITexts<ListTexts>
{
    private static readonly ListTexts German = new GermanListTexts();
    private static readonly ListTexts English = new EnglishListTexts();

    public static ListTexts For(Language language) => language is Language.German ? German : English;

    // Lists
    public abstract string Lists { get; }
    public abstract string ToLists { get; }
    public abstract string ImportTitle { get; }
    public abstract string ImportLead { get; }
    public abstract string File { get; }
    public abstract string Upload { get; }
    public abstract string ExportTitle { get; }
    public abstract string ExportLead { get; }
    public abstract string Export { get; }
    public abstract string TakenOverHint { get; }
    public abstract string MappingTitle { get; }
    public abstract string MappingLead { get; }
    public abstract string MappingIncomplete { get; }
    public abstract string MappingIncompleteHint { get; }
    public abstract string NotInList { get; }
    public abstract string CheckAgain { get; }
    public abstract string ResultTitle { get; }
    public abstract string FlawlessHint { get; }
    public abstract string FlawedHint { get; }
    public abstract string TakeOver { get; }
    public abstract string Row { get; }
    public abstract string Problem { get; }

    // Figures
    public abstract string Statistics { get; }
    public abstract string ExportFigures { get; }
    public abstract string PermitsInForce { get; }
    public abstract string ShareAutomatic { get; }
    public abstract string NoDecisionYet { get; }
    public abstract string FeesAssessed { get; }
    public abstract string Zones { get; }
    public abstract string Zone { get; }
    public abstract string Permits { get; }
    public abstract string Spaces { get; }
    public abstract string Load { get; }
    public abstract string NotCounted { get; }
    public abstract string Oversold { get; }
    public abstract string AsTable { get; }
    public abstract string NoFigureYet { get; }
    public abstract string PermitsByDay { get; }
    public abstract string ApplicationsByDay { get; }
    public abstract string TimeToDecision { get; }
    public abstract string FeesByDay { get; }
    public abstract string Decisions { get; }
    public abstract string Inspections { get; }

    public abstract RefusalText ImportUnreadable { get; }
    public abstract RefusalText ImportNotFound { get; }
    public abstract RefusalText ImportFlawed { get; }

    public abstract RefusalText ImportTooLong(int mostRows);
    public abstract string FileHint(int mostRows);
    public abstract string TakenOver(int count);
    public abstract string Flawless(int rows);
    public abstract string Flawed(int wrong, int rows);
    public abstract string StatisticsLead(int days);
    public abstract string FieldOf(ImportField field);
    public abstract string DecisionOf(string part);
    public abstract string AnswerOf(string part);
    public abstract string Duration(long seconds);
}
