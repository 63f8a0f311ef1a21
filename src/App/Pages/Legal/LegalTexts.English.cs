using Modellstadt.Kernel.Towns;

namespace Modellstadt.App.Pages.Legal;

internal sealed class EnglishLegalTexts(TownOptions town, ContactOptions contact) : LegalTexts(town, contact)
{
    public override string ImprintTitle => "Imprint";

    public override string PrivacyTitle => "Privacy";

    public override string AccessibilityTitle => "Statement on accessibility";

    protected override TextSection Demonstration => new(
        "A demonstration",
        $"These pages demonstrate the open software Modellstadt. They are not a service of the city of {TownName} and replace no visit to an office.",
        "All persons, cards, vehicles and registers are made up. Where the city does not publish streets, zones or fees, these are made up too and marked DEMO. Please enter no real data here.");

    protected override TextSection Responsible => Contact.IsComplete
        ? new("Who is responsible", "These pages are answered for by:") { Lines = Contacts }
        : new("Who is responsible", "Whoever starts this program on their own computer runs it. A town enters its name, address and e-mail address here.");

    protected override TextSection Software => new(
        "The software",
        "Modellstadt is open software under the European Union Public Licence 1.2 (EUPL-1.2). Its looks come from KERN, the design system of German public administration, its type is Fira Sans (SIL Open Font License 1.1).");

    protected override TextSection OnYourDevice => new(
        "What is on your device only",
        "Your cards, your keys and the history lie encrypted in your browser. The town cannot read, restore or delete them. You delete them yourself: one card on its own page, everything under “Settings”.",
        "Before anything is shown you see who wants which data and what for. Without your consent nothing leaves the wallet.",
        "Your wallet checks whether a card is still valid on a list for thousands of cards at once. The issuer does not learn which card you hold.");

    protected override TextSection InTheTown => new(
        "What the town stores, and for how long",
        "The legal basis is your consent in the wallet (GDPR Art. 6 (1) a) and the town's task of issuing resident parking permits (GDPR Art. 6 (1) e, StVO § 45 (1b)).")
    {
        Lines =
        [
            new("What you show from the wallet", "Until your application has read it, 2 minutes at most."),
            new("Your ID card when you get the citizen ID", "Until the resident register has answered. The request without the data of the card: 30 days."),
            new("Your reference at the town (a random number)", "Permanently. Only the town can tell that it is you."),
            new("The content of a card", "Until your wallet has fetched it, at the latest one hour after the offer ends."),
            new("An application without a permit", "30 days. Name and address in it only until it is decided."),
            new("Parking permit and fee notice", "Until the town deletes them after its own periods. This version does not delete them by itself."),
            new("Which decision was taken when", "Permanently, without name and address."),
            new("Checks in the street", "Only how often somebody asked within an hour. Plate and answer are not stored."),
            new("The server's log", "Kind of request, answer, duration, reference number. No IP address, no name, no plate."),
        ],
    };

    protected override TextSection Cookies => new(
        "Cookies",
        "Only those without which a page cannot work. There are no statistics, no advertising and no services of others.")
    {
        Lines =
        [
            new("modellstadt-session", "Binds what you have begun to this browser. A random number, 12 hours. Over HTTPS its name is __Host-modellstadt-session."),
            new("modellstadt-language", "Your language, once you choose one. 1 year."),
            new("modellstadt-form", "Protects forms from other sites. Until you close the browser."),
            new("modellstadt-staff", "For staff only, after they have signed in."),
        ],
    };

    protected override TextSection YourRights => new(
        "Your rights",
        "You can ask for information, correction, deletion, restriction and transfer of your data, object to their processing, and withdraw a consent for the future (GDPR Art. 15 to 21 and Art. 7).",
        "You can complain to the data protection authority of your state (GDPR Art. 77).");

    protected override TextSection State => new(
        "Conformance",
        $"This statement covers the portal of {TownName} and the wallet. Both partially conform to BITV 2.0 (EN 301 549, WCAG 2.2 level AA).",
        "They work with the keyboard, at a text size of 200 %, in dark and light colours and without seeing colours. The portal works without scripts too.");

    protected override TextSection NotAccessible => new(
        "What is missing",
        "There are no explanations in German Sign Language and in easy language yet (BITV 2.0 § 4).",
        "A QR code cannot be heard. Beside each stands a code to type and, on the phone, a button.",
        "The fee notice is a web page to print, not an accessible PDF file.");

    protected override TextSection HowItWasTested => new(
        "How this was tested",
        "Self-assessment on 25 November 2026: with every change the program axe checks each page from the application to the permit in a real browser. People with disabilities have not tested the pages yet.");

    protected override TextSection Feedback => new(
        "Report a barrier",
        Contact.IsComplete
            ? "Write to us when you cannot get on. We answer within four weeks."
            : "When you cannot get on, tell the person who shows you this demonstration. A town names its address and the arbitration body of its state here.")
    {
        Lines = [.. Contacts, .. Line("Arbitration body", Contact.AccessibilityOmbudsOffice)],
    };

    private IReadOnlyList<TextLine> Contacts =>
    [
        .. Line("Body", Contact.Operator), .. Line("Address", Contact.Address), .. Line("E-mail", Contact.Email),
        .. Line("Data protection officer", Contact.DataProtectionOfficer),
    ];

    private static IEnumerable<TextLine> Line(string what, string? answer) => answer is { Length: > 0 } ? [new TextLine(what, answer)] : [];
}
