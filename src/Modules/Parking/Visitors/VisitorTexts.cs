using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Visitors;

/// <summary>What holders and their visitors read.</summary>
internal abstract class VisitorTexts : ITexts<VisitorTexts>
{
    private static readonly VisitorTexts German = new GermanVisitorTexts();
    private static readonly VisitorTexts English = new EnglishVisitorTexts();

    public static VisitorTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>The end of a ticket: midnight belongs to the day that ends with it.</summary>
    public string End(DateTimeOffset at)
    {
        var local = TownCalendar.OnTownClocks(at);
        return local.TimeOfDay == TimeSpan.Zero ? EndOfDay(DateOnly.FromDateTime(local.DateTime).AddDays(-1)) : TownCalendar.Show(at, Spoken);
    }

    /// <summary>The language of these words.</summary>
    protected abstract Language Spoken { get; }

    protected abstract string EndOfDay(DateOnly day);

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string ToMine { get; }
    public abstract string NotSignedIn { get; }
    public abstract string NoTickets { get; }
    public abstract string KindOf(VisitorUnit unit, int length);
    public abstract string LeftOf(int left, int perYear, string price);
    public abstract string NewTicket { get; }
    public abstract string Kind { get; }
    public abstract string PlateLabel { get; }
    public abstract string PlateHint { get; }
    public abstract string StartNow { get; }
    public abstract string MakeLink { get; }
    public abstract string Running { get; }
    public abstract string NobodyHere { get; }
    public abstract string RunsUntil(string plate, string until);
    public abstract string EndNow(string plate);
    public abstract string OpenLinks { get; }
    public abstract string LinkUntil(string kind, string until);
    public abstract string LinkCode { get; }
    public abstract string TakeBack(string kind);
    public abstract string VisitTitle { get; }
    public abstract string VisitLead(string kind, string zone);
    public abstract string VisitPrivacy { get; }
    public abstract string VisitRuns { get; }
    public abstract string VisitEnded { get; }
    public abstract string VisitStart { get; }
    public abstract string Charged { get; }
    public abstract string ToOffice { get; }
    public abstract string FeesTitle { get; }
    public abstract string FeesLead { get; }
    public abstract string FeesWaiting(int permits);
    public abstract string SetFees { get; }
    public abstract RefusalText NoTicketsHere { get; }
    public abstract RefusalText NoTicketLeft { get; }
    public abstract RefusalText VisitorPlateUnclear { get; }
    public abstract RefusalText TicketGone { get; }
    public abstract RefusalText VisitUsed { get; }
    public abstract RefusalText VisitOver { get; }
    public abstract RefusalText VisitUnknown { get; }
}
