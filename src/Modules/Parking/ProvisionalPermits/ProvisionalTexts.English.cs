using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>English.</summary>
internal sealed class EnglishProvisionalTexts : ProvisionalTexts
{
    public override string Title => "Park already now: a provisional permit";
    public override string Lead(int days) => $"While the register is silent you can get a provisional permit. It counts at once, costs nothing and ends as soon as your application is decided, after {days} days at the latest. For it you state what we look up in the register otherwise.";
    public override string Street => "Street";
    public override string HouseNumber => "House number";
    public override string Plate => "Number plate";
    public override string PlateHint => "With a hyphen after the town's letters, for example GE-AB 123";
    public override string LivesHere(string? home) => home is null ? "My main residence is there." : $"My main residence is here: {home}.";
    public override string KeepsVehicle(string? plates) => plates is null ? "The vehicle is registered to me." : $"Registered to me: {plates}.";
    public override string Truth => "If something is not true, the provisional permit ends and we refuse the application. There is no second provisional permit then.";
    public override string State => "I state this";
    public override string StatedTitle => "Your statement has arrived";
    public override string Stated => "The road traffic office releases the provisional permit. You need not do anything; this page shows how it goes on.";

    public override string Provisional => "provisional";
    public override string GrantedTitle => "Your provisional permit counts";
    public override string Granted(string number, string until) => $"The provisional permit {number} counts from now on, until {until} at the latest. Your application goes on by itself: if the register confirms what you stated, it becomes the ordinary permit with its whole term.";
    public override string InWallet => "The provisional permit is in your wallet.";
    public override string HolderWords(string until) => $"This permit is provisional, because a register does not answer. It counts until your application is decided, until {until} at the latest. Only the ordinary permit can be changed and renewed.";

    public override string LetterWords(string until) => $"This permit is provisional. It counts until we have decided about your application, until {until} at the latest, and costs nothing. If the registers confirm your statement, it becomes the ordinary permit by itself. If they do not, it ends with the refusal.";
    public override string FactStated(string home, string plates) => $"A register did not answer. You have stated: residence {home}; registered to you {plates}.";
    public override string Basis => "Provisional, for a time and under a condition: § 36 (2) nos. 1 and 2 of the law on administrative procedure.";
    public override string EndsWithRefusal(string number) => $"Your provisional permit {number} ends with this decision. You can no longer park with it.";

    public override string StatedHome => "Stated residence";
    public override string StatedPlates => "Stated vehicle";
    public override string Prepared(string plates, string zone, string until) => $"Provisional permit for {plates} in zone {zone} until {until}, without a fee. A register is silent; the person has stated residence and vehicle.";

    public override RefusalText StatementIncomplete { get; } = new(
        "The statement is incomplete", "It takes street, house number, number plate and both ticks.", "Go back and fill everything in. Your application goes on waiting.");

    public override RefusalText NoProvisionalPermit { get; } = new(
        "There is no provisional permit here", "With these details, or in this case, the rules of the town give none.", "Your application goes on waiting, and goes on by itself as soon as the register answers.");

    public override RefusalText ProvisionalUnchanged { get; } = new(
        "Your permit is still provisional", "A provisional permit can be neither changed nor renewed.", "Wait for the decision about your application.");

    public override RefusalText StatementUnconfirmed { get; } = new(
        "The registers do not confirm your statement", "By the town's registers your home lies in another zone, or the vehicle is not registered to you.",
        "A provisional permit ends with it. If a register is wrong, have it corrected there and apply again.");

    public override RefusalText RegisterStaysSilent { get; } = new(
        "A person takes up your application", "The days of your provisional permit are over, and a register has not answered yet.",
        "You need not do anything: the road traffic office settles it. This page shows how it goes on.");
}
