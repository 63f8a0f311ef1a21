using System.Globalization;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Payments.Statements;

namespace Modellstadt.Payments;

/// <summary>The words in English.</summary>
internal sealed class EnglishPaymentsTexts : PaymentsTexts
{
    public override RefusalText NoSuchReceivable { get; } = new(
        "There is no such receivable", "No receivable stands at this address.", "Please look for it in the list of open receivables.");

    public override RefusalText CreditAboveFee { get; } = new(
        "The credit is too high", "More was credited than is left of the fee.", "Please check the amount.");

    public override RefusalText NoSuchMovement { get; } = new(
        "There is no such movement", "No movement stands at this address.", "Please look for it in the list of unassigned movements.");

    public override RefusalText MovementAssigned { get; } = new(
        "The movement is clear already", "Nothing of this movement is left, or less than is to be assigned.", "Please load the list of unassigned movements again.");

    public override RefusalText ReferenceUnknown { get; } = new(
        "There is no receivable of this reference", "No notice and no creditor reference reads like that.", "Please check the spelling, or look for the name among the receivables.");

    public override RefusalText MoreThanReceived { get; } = new(
        "Not that much came for it", "The bank takes back more than had come for this receivable.", "Please check which payment the return belongs to.");

    public override RefusalText FileMissing { get; } = new(
        "No file was chosen", "Without a file there is nothing to book.", "Choose the bank statement (CAMT.053) and send it again.");

    public override RefusalText NoSuchStatement { get; } = new(
        "There is no such statement", "No statement stands at this address.", "Please look for it in the list of statements.");

    public override RefusalText AmountUnreadable { get; } = new(
        "The amount cannot be read", "An amount has euros and at most two digits of cents, for example 12.50.", "Please go back and enter the amount again.");

    public override RefusalText SenderUnknown { get; } = new(
        "The sender is not known", "The statement names no account that the money could go back to.", "Assign the movement to a receivable, or ask the bank.");

    public override RefusalText NothingToRefund { get; } = new(
        "There is nothing to pay back", "Nothing is owed back, or the IBAN is still missing.", "Please wait until the missing accounts are there.");

    public override RefusalText NoSuchRefundFile { get; } = new(
        "There is no such file", "No file of refunds stands at this address.", "Please look for it in the list of refunds.");

    public override RefusalText SecondClerkNeeded { get; } = new(
        "Somebody else must release this", "Whoever prepared something does not release it.", "Please ask a colleague to release it.");

    public override RefusalText RefundFileDecided { get; } = new(
        "This file was decided before", "The file has been released or discarded already.", "Please look at the list of refunds.");

    public override RefusalText RefundFileNotReleased { get; } = new(
        "This file is not released", "Only a released file goes to the bank.", "Please have the file released first.");

    public override RefusalText IbanUnreadable { get; } = new(
        "The IBAN is not right", "Its check digits do not fit, or the account is outside SEPA.", "Please check the IBAN digit by digit and send it again.");

    public override RefusalText HolderMissing { get; } = new(
        "The name is missing or too long", "An account has the name of its holder, at most 140 characters.", "Please enter the name and send the form again.");

    public override RefusalText HoldNeedsReason { get; } = new(
        "The reason is missing or too long", "To hold reminders needs a reason of 3 to 200 characters.", "Please change the reason and send it again.");

    public override RefusalText WriteOffNeedsReason { get; } = new(
        "The reason is missing or too long", "To write something off needs a reason of 3 to 200 characters.", "Please change the reason and send it again.");

    public override RefusalText NothingOpen { get; } = new(
        "Nothing is open", "Nothing is to be paid of this receivable any more.", "Please load the page of the receivable again.");

    public override RefusalText StatementUnreadable(CamtFault fault, string place) => new(
        "This file was not booked",
        fault switch
        {
            CamtFault.NotXml => "The file is no bank statement in the format CAMT.053: it is no valid XML.",
            CamtFault.NotCamt053 => $"The file is no bank statement in the format CAMT.053 (version 02 or 08), at: {place}.",
            CamtFault.TooLarge => $"The file is larger than any bank statement, at: {place}.",
            CamtFault.Missing => $"Something is missing in the statement: {place}.",
            CamtFault.Malformed => $"Something in the statement cannot be meant so: {place}.",
            CamtFault.NotEuro => $"The statement holds amounts that are not in euros: {place}.",
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        },
        "Please download the statement from the bank as CAMT.053 once more. Nothing was booked.");

    public override RefusalText StatementDoesNotAddUp(long openingCents, long movedCents, long closingCents) => new(
        "The statement does not add up", $"Opening balance {Money(openingCents)} and movements {Money(movedCents)} do not give the closing balance {Money(closingCents)}.",
        "Please download the whole statement from the bank once more. Nothing was booked.");

    public override RefusalText StatementOfForeignAccount(string iban) => new(
        "The statement belongs to another account", $"No fee is to be paid to the account {iban}.", "Please check whether you chose the right file. Nothing was booked.");

    public override RefusalText StatementNameTaken(string name) => new(
        "Another statement has this name already", $"The statement {name} was booked before with other content.", "Please ask the bank which one is right. Nothing was booked.");

    public override RefusalText StatementBeforeMissing(long heldCents, long openingCents) => new(
        "A statement before this one is missing", $"The books say that the account holds {Money(heldCents)}, but the statement begins with {Money(openingCents)}.",
        "Please book the statement before it first. Nothing was booked.");

    public override string StateOf(ReceivableState state) => state switch
    {
        ReceivableState.Open => "open",
        ReceivableState.PartPaid => "paid in part",
        ReceivableState.Paid => "paid",
        ReceivableState.Overpaid => "paid, too much came",
        ReceivableState.Overdue => "overdue",
        ReceivableState.WrittenOff => "written off",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    protected override CultureInfo Culture { get; } = Language.English.Culture();
}
