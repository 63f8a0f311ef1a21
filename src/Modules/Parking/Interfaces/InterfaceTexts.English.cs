using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Interfaces;

/// <summary>The words in English.</summary>
internal sealed class EnglishInterfaceTexts : InterfaceTexts
{
    public override string Title => "Programs of others";
    public override string Lead => "These programs may ask whether a number plate may park. The answers of the last 30 days are counted; plates are not stored.";
    public override string ToOffice => "To the permits";
    public override string NoClient => "No program yet";
    public override string NoClientHint => "Your administrators make the clients.";
    public override string Client => "Who";
    public override string Purpose => "What for";
    public override string Yes => "may park";
    public override string No => "may not";
    public override string Unknown => "unknown";
    public override string State => "State";
    public override string Asking => "asks";
    public override string Locked => "locked";
    public override string PausedUntil(string until, int unknown, int asked) => $"paused until {until}: {unknown} of {asked} plates within an hour were unknown, which looks like guessing.";
    public override string WasPaused(string since, int unknown, int asked) => $"asks; was paused on {since} ({unknown} of {asked} unknown).";
    public override string EndPause(string client) => $"Let {client} ask again";

    public override RefusalText QuestionsUnusable { get; } = new(
        "These questions cannot be asked", "A call holds 1 to 100 questions.", "Split the questions and send them again.");

    public override string DeadLetters => "Messages that could not be delivered";
    public override string DeadLettersLead => "They were tried for three days. Call the receiver; afterwards you can have each sent again.";
    public override string Message => "Message";
    public override string GivenUp => "Last tried";
    public override string LastAnswer => "Answer";
    public override string SendAgain(string client) => $"Send to {client} again";

    public override RefusalText SubscriptionUnusable { get; } = new(
        "This subscription is not possible", "It needs a public address by https and at least one of right.granted, right.changed and right.ended.", "Correct them and send them again.");

    public override RefusalText TooManySubscriptions { get; } = new(
        "Too many subscriptions", "A client has five subscriptions at most.", "End one of them first.");

    public override RefusalText SubscriptionUnknown { get; } = new(
        "There is no such subscription", "Your client has no subscription with this id.", "Read the list of your subscriptions.");

    public override RefusalText CaseUnknown { get; } = new(
        "There is no such case", "It was taken over before, or was deleted after a day.", "Read the list of waiting cases.");

    public override RefusalText ListingUnusable { get; } = new(
        "This part of the list does not exist", "offset and modified_since are not negative, page_size lies between 1 and 500.", "Correct them and ask again.");

    public override RefusalText TooManyQuestions { get; } = new(
        "Too many questions", "Within the last minute this program has asked more than it may.", "Wait a minute, then go on.");

    public override RefusalText ClientPaused { get; } = new(
        "This program is paused", "Almost all number plates that it asked about were unknown, which looks like guessing.", "Wait until the time in the header Retry-After, or turn to the town.");
}
