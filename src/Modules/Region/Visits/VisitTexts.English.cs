using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Visits;

/// <summary>English.</summary>
internal sealed class EnglishVisitTexts : VisitTexts
{
    public override string Purpose => "DEMO: applying for a made-up parking permit. Nothing about it is real.";

    public override string Office => "Visits";
    public override string OfficeLead => "Guests scan a code on the big screen, get a DEMO citizen ID and a DEMO parking permit in their wallet, and the screen shows each step. At the end of the day everything is deleted.";
    public override string Name => "Name of the visit";
    public override string NameHint => "Stands on the screen and in the DEMO cards. Name no persons.";
    public override string Places => "Number of guests at most";
    public override string PlacesHint => "1 to 60";
    public override string Lasts => "How long";
    public override string UntilMidnight => "until the end of the day";
    public override string Start => "Begin the visit";
    public override string Running => "Visits of today";
    public override string None => "No visit is going on.";
    public override string OpenScreen => "Open the big screen";
    public override string OpenScreenHint => "Whoever knows this address sees the code and how far the guests are. Do not pass it on.";
    public override string End => "End it now";
    public override string EndHint => "All DEMO cards of the guests end, all data are deleted.";
    public override string Ended => "The visit has ended";
    public override string EndedHint => "The DEMO cards are no longer valid, the data are deleted.";
    public override string StartNew => "New visit";

    public override string Door => "Take part in the visit";
    public override string DoorLead => "Enter the code that stands on the screen.";
    public override string Code => "Code";
    public override string CodeHint => "for example G3K7-QM2P";
    public override string CodeGo => "Go on";
    public override string WhatHappens => "Your phone gets a made-up DEMO citizen ID. With it you apply for a DEMO parking permit, just as citizens do.";
    public override string NoData => "You say nothing about yourself. On the screen you have a made-up name. At the end of the day everything is deleted.";
    public override string Join => "Take part";

    public override string IdWaits => "Your DEMO citizen ID is ready.";
    public override string TakeId => "Get the DEMO citizen ID into the wallet";
    public override string IdArrived => "The DEMO citizen ID is in your wallet. Apply for the DEMO parking permit with it.";
    public override string Apply => "Apply for the DEMO parking permit";
    public override string AppliedWords => "Your application has arrived. The DEMO parking permit is ready.";
    public override string TakePermit => "Get the DEMO parking permit into the wallet";
    public override string PermitArrived => "Done: both DEMO cards are in your wallet. They end at midnight, or with the visit when it ends before.";
    public override string OpenWallet => "Open the wallet";
    public override string HowFar => "How far you are";

    public override string Scan => "Scan with your phone";
    public override string OrType => "or";
    public override string QrLabel => "QR code for taking part; the address beside it leads to the same place";
    public override string Guests => "How far the guests are";
    public override string NobodyYet => "Nobody is here yet.";

    public override RefusalText NoSuchVisit => new("No visit with this code", "The code is none, or the visit has ended.", "Scan the code on the screen once more.");
    public override RefusalText NoSuchGuest => new("This leads no further", "The visit has ended, or another browser took part.", "Scan the code on the screen once more.");
    public override RefusalText CardOfAnotherGuest => new("That was another DEMO citizen ID", "What was shown is the DEMO citizen ID of another guest or another visit.", "Apply once more and choose the card of this visit in the wallet.");
    public override RefusalText VisitUnreadable => new("The visit was not begun", "The name is missing or too long, or the number of guests is not between 1 and 60.", "Go back and correct the form.");
    public override RefusalText NoSuchScreen => new("This screen shows nothing any more", "The visit has ended and everything is deleted, or the address is wrong.", "Open the big screen from the office, or the showroom.");

    public override RefusalText VisitFull(int places) => new("All places are taken", $"This visit has room for {places} guests, and so many are here.", "Watch somebody else, or ask the town for a second visit.");

    public override string Hours(int count) => count == 1 ? "1 hour" : $"{count} hours";

    public override string GuestsOf(int guests, int places) => $"{guests} of {places} guests";

    public override string EndsAt(string time) => $"ends {time}";

    public override string Welcome(string visit) => $"Welcome: {visit}";

    public override string YouAre(string name) => $"You are: {name}";

    public override string NameOf(GuestStep step) => step switch
    {
        GuestStep.Scanned => "Code scanned",
        GuestStep.HasId => "DEMO citizen ID in the wallet",
        GuestStep.Applied => "Applied",
        _ => "DEMO permit in the wallet",
    };

    public override string ShortNameOf(GuestStep step) => step switch
    {
        GuestStep.Scanned => "Scanned",
        GuestStep.HasId => "Citizen ID",
        GuestStep.Applied => "Applied",
        _ => "Permit",
    };

    public override string Earlier(int guests) => guests == 1 ? "and 1 guest before" : $"and {guests} guests before";
}
