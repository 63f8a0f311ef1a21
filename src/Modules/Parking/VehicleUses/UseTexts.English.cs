using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>English.</summary>
internal sealed class EnglishUseTexts : UseTexts
{
    public override string Title => "Another vehicle";
    public override string Lead => "Do you drive a vehicle for good that is not registered to you? Add it here. After that you can choose it when you apply.";
    public override string NotOffered => "This town gives permits only for vehicles that are registered to you.";
    public override string ToMine => "Back to my permit";
    public override string Ask => "Add a vehicle";
    public override string Why => "Why may you drive it?";
    public override string Plate => "Number plate";
    public override string PlateHint => "For example GE-AB 123";
    public override string Evidence => "What proves it?";
    public override string EvidenceHint => "Not needed for private keepers. Otherwise for example: company and date of the confirmation, provider and contract number, confirmation of the care insurance.";
    public override string Send => "Add";
    public override string LinkTitle => "Now it is the keeper's turn";
    public override string LinkLead => "Send the keeper this link, or let them scan the code. We show it only now. Only whoever stands in the vehicle register can consent.";
    public override string QrOfLink => "Code with the link for the keeper";
    public override string Apply => "Apply for a permit";

    public override string ConsentTitle => "Consent of the keeper";
    public override string ConsentExplain => "To consent, show your citizen ID. Your wallet shows the sentence that you consent to. You can withdraw the consent here at any time; keep the link for that.";
    public override string ConsentPurpose => "Check whether the vehicle is registered to you";
    public override string Consent => "Consent with the citizen ID";
    public override string Withdraw => "Withdraw the consent";
    public override string WithdrawExplain => "Withdrawing ends the resident parking permit that was granted for this vehicle.";
    public override string Consented => "You have consented.";
    public override string NoLongerAsked => "There is nothing more to do here.";
    public override string ScanWords => "Scan the code with your wallet.";
    public override string QrOfQuestion => "Code for your wallet";
    public override string BackToConsent => "Back to the consent";

    public override string OfficeTitle => "Vehicles of others";
    public override string OfficeLead => "No wallet proves these. Look at the evidence and decide; after that the application goes on by itself.";
    public override string NothingWaits => "No evidence waits.";
    public override string User => "User";
    public override string Words => "What you have seen, or why not";
    public override string WordsHint => "The person reads it.";
    public override string Length => "Length in mm (field 18), when the vehicle is not in the register";
    public override string Width => "Width in mm (field 19)";
    public override string ValidUntil => "Evidence holds until";
    public override string Accept => "Accept";
    public override string Refuse => "Refuse";

    public override RefusalText BasisNotAllowed { get; } = new(
        "The town gives no permit for that", "The town's rules do not provide for this kind of use.", "Choose one of the kinds shown.");

    public override RefusalText PlateUnreadable { get; } = new(
        "The number plate cannot be read", "It has not the form of a German number plate, or can be read in several ways.", "Write it with a hyphen, for example GE-AB 123.");

    public override RefusalText UseNotFound { get; } = new(
        "This link does not count", "There is no request behind this link, or it was deleted.", "Ask for a new link.");

    public override RefusalText UseAnswered { get; } = new(
        "That has been answered", "Somebody has answered meanwhile.", "Load the page again: it shows what became of it.");

    public override RefusalText OwnVehicle { get; } = new(
        "The vehicle is registered to you", "You need no consent for it.", "Apply for the permit: you can choose the vehicle there.");

    public override RefusalText EvidenceMissing(int most) => new(
        "The evidence is missing", $"Write in 5 to {most} characters what proves that you may drive the vehicle.", "Go back and fill in the field.");

    public override RefusalText TooManyUses(int most) => new(
        "Requests of yours are waiting", $"We do not examine more than {most} vehicles at a time.", "Wait until one is answered.");

    public override RefusalText NotTheKeeper(string plate) => new(
        "The vehicle is not registered to you", $"The vehicle register names somebody else for {plate}.", "Give the link to the person who stands in the vehicle's papers.");

    public override RefusalText AnswerMissing(int most) => new(
        "The reason is missing", $"Write in 3 to {most} characters what you have seen, or why not.", "Go back and fill in the field.");

    public override string Asks(string user, string plate) => $"{user} would like to put your vehicle {plate} on their resident parking permit.";

    public override string ConsentStatement(string plate, string user) =>
        $"I am the keeper of the vehicle {plate}. {user} uses it for good and may get a resident parking permit for it.";

    public override string WithdrawStatement(string plate, string user) => $"{user} may no longer have a resident parking permit for my vehicle {plate}.";

    public override string BasisOf(VehicleBasis basis) => basis switch
    {
        VehicleBasis.KeeperConsent => "A private person lets me drive their vehicle for good",
        VehicleBasis.CompanyCar => "It is my company car",
        VehicleBasis.CarSharing => "I am a member of a car sharing company",
        VehicleBasis.Care => "It belongs to somebody who cares for me",
        _ => "It is registered to me",
    };

    public override string StateOf(VehicleUseState state) => state switch
    {
        VehicleUseState.WaitingForKeeper => "waits for the keeper",
        VehicleUseState.WaitingForClerk => "waits for the office",
        VehicleUseState.Accepted => "accepted",
        VehicleUseState.Refused => "refused",
        _ => "withdrawn",
    };
}
