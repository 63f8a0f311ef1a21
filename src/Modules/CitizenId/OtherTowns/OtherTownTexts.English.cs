using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.CitizenId.OtherTowns;

/// <summary>What somebody reads in English who shows the citizen ID of another town.</summary>
internal sealed class EnglishOtherTownTexts : OtherTownTexts
{
    public override RefusalText SpeaksForAnotherTown(string town) => new(
        "This citizen ID does not count here",
        $"It is signed with the key of {town}, but names another municipality. A town can speak only for itself.",
        "Get the citizen ID of the town where you are registered and try again afterwards.");

    public override RefusalText CardIncomplete(string town) => new(
        "Something is missing on the citizen ID",
        $"To find you in our resident register we need given names, family name, date of birth, address and the reference from the citizen ID of {town}. At least one of them is missing or cannot be read.",
        $"Get a new citizen ID in {town}, or bring your ID card to the citizens' office.");

    public override RefusalText LevelUnknown(string town) => new(
        "This citizen ID does not count here",
        $"The citizen ID of {town} does not say in a form that counts here how surely your identity was checked.",
        "Get our own citizen ID, or bring your ID card to the citizens' office.");

    public override RefusalText LevelTooLow(string town) => new(
        "This citizen ID is not enough for that",
        $"We trust the citizen ID of {town} at the level “low” only. This needs “substantial”.",
        "Get our own citizen ID, or bring your ID card to the citizens' office.");

    public override RefusalText NotRegisteredHere(string town, string here) => new(
        $"You are not registered in {here}",
        $"Your citizen ID of {town} has shown who you are. But the resident register of {here} has no entry for your name and date of birth.",
        $"Have you moved to {here}, or do you have a secondary residence here? Register it at the citizens' office and try again afterwards.");

    public override RefusalText KnownAsAnother(string town) => new(
        "The citizens' office has to sort this out",
        $"Somebody has signed in here with this citizen ID of {town} before to whom another entry of our resident register belongs.",
        "Please bring your ID card to the citizens' office.");

    public override RefusalText RegisterSilent { get; } = new(
        "The resident register does not answer right now",
        "Without the resident register we cannot tell whether you are registered here. We have stored nothing of your citizen ID, and nothing is decided.",
        "Start again in a few minutes.");
}
