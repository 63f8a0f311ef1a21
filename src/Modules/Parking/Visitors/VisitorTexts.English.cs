using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Visitors;

/// <summary>The words in English.</summary>
internal sealed class EnglishVisitorTexts : VisitorTexts
{
    protected override Language Spoken => Language.English;
    protected override string EndOfDay(DateOnly day) => $"the end of {day.ToString("d", Spoken.Culture())}";

    public override string Title => "Parking for visitors";
    public override string Lead => "There are tickets for your visitors. A ticket begins as soon as a number plate is entered.";
    public override string ToMine => "To my permit";
    public override string NotSignedIn => "Sign in on the page of your permit first.";
    public override string NoTickets => "Visitor tickets come with a valid resident parking permit, where the town gives any. At present you have none.";
    public override string KindOf(VisitorUnit unit, int length) => (unit, length) switch
    {
        (VisitorUnit.Day, 1) => "Ticket for a day",
        (VisitorUnit.Day, _) => $"Ticket for {length} days",
        (_, 1) => "Ticket for an hour",
        _ => $"Ticket for {length} hours",
    };

    public override string LeftOf(int left, int perYear, string price) => $"{left} of {perYear} left this year, {price} each";
    public override string NewTicket => "New ticket";
    public override string Kind => "Which ticket?";
    public override string PlateLabel => "Number plate of your visitor";
    public override string PlateHint => "For example HH-AB 123. Leave it empty for a link.";
    public override string StartNow => "Begin now for this number plate";
    public override string MakeLink => "Hand over as a link";
    public override string Running => "Running now";
    public override string NobodyHere => "At present no visitor parks with your ticket.";
    public override string RunsUntil(string plate, string until) => $"{plate}, until {until}";
    public override string EndNow(string plate) => $"End {plate} now";
    public override string OpenLinks => "Links handed over";
    public override string LinkUntil(string kind, string until) => $"{kind}, can be used until {until}";
    public override string LinkCode => "Code with the link for your visitor";
    public override string TakeBack(string kind) => $"Take back: {kind}";
    public override string VisitTitle => "Your visitor ticket";
    public override string VisitLead(string kind, string zone) => $"{kind} for zone {zone}. It begins as soon as you enter your number plate, and counts for this one only.";
    public override string VisitPrivacy => "Only your number plate is stored. A day after the end it is deleted.";
    public override string VisitRuns => "You may park";
    public override string VisitEnded => "This ticket is over.";
    public override string VisitStart => "Park now";

    public override string Charged => "The town charges used tickets with a notice after the end of the month. What nobody uses costs nothing.";
    public override string ToOffice => "To the overview";
    public override string FeesTitle => "Fees for visitor tickets";
    public override string FeesLead => "Used tickets of past months cost what the town's rules say: one fee notice for each permit. Where the town states a basis for decisions by the program, it happens by itself; else you set the fees here.";
    public override string FeesWaiting(int permits) => permits switch
    {
        0 => "Nothing is to be set at the moment.",
        1 => "The fee of 1 permit is not set yet.",
        _ => $"The fees of {permits} permits are not set yet.",
    };
    public override string SetFees => "Set the fees";

    public override RefusalText NoTicketsHere { get; } = new(
        "There is no ticket here", "Your permit does not come with this visitor ticket.", "Choose another one, or ask the office.");

    public override RefusalText NoTicketLeft { get; } = new(
        "All tickets are given", "You have no ticket of this kind left this year.", "Take back a link that nobody used, or choose another kind.");

    public override RefusalText VisitorPlateUnclear { get; } = new(
        "The number plate is not clear", "No German number plate looks like this, or it can be read in several ways.", "Write it with its hyphen: HH-AB 123.");

    public override RefusalText TicketGone { get; } = new(
        "This ticket is gone", "It is over already, or was taken back.", "See in the list which tickets are running.");

    public override RefusalText VisitUsed { get; } = new(
        "This ticket is used already", "A number plate was entered for this link before.", "Ask for a new link.");

    public override RefusalText VisitOver { get; } = new(
        "This link counts no more", "Its time is over, or the permit behind it is.", "Ask for a new link.");

    public override RefusalText VisitUnknown { get; } = new(
        "There is no such link", "It is incomplete, or the ticket was taken back.", "Open the whole link again, or ask for a new one.");
}
