using Modellstadt.Kernel.Outcomes;
using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages;

/// <summary>English.</summary>
internal sealed class EnglishMessagesTexts : MessagesTexts
{
    public override string Reference => "File number";
    public override string Day => "Date";
    public override string DemoOnPaper => "DEMO – made-up data, no legal effect";
    public override string DemoOnScreen => "Made-up data, no legal effect.";
    public override string PageOf(int page, int pages) => $"Page {page} of {pages}";
    public override string Greeting => "Hello,";
    public override string AnswersAreRead => "If you have a question, simply answer this message.";
    public override string AnswersAreNotRead => "A program has sent this message. Nobody reads answers to it.";
    public override string ConfirmationSubject => "Please confirm your e-mail address";
    public override string ConfirmationWhy => "This address was given to us for messages about an application. Confirm that we may write to you here.";
    public override string ConfirmationLink => "Confirm e-mail address";
    public override string ConfirmTitle => "Confirm your e-mail address";
    public override string ConfirmLead => "With one click you tell us that we may write to you at this address.";
    public override string ConfirmButton => "Yes, write to me here";
    public override string Confirmed => "Your address is confirmed";
    public override string ConfirmedHint => "From now on you get our messages by e-mail. You can close this window.";
    public override string ToOffice => "Back to the permits";
    public override string PrintQueueTitle => "Letters to print";
    public override string PrintQueueLead => "Here are letters to people without e-mail. A batch is one PDF file; each letter begins on a front page.";
    public override string Batches => "Batches";
    public override string Made => "Put together";
    public override string Letters => "Letters";
    public override string File => "File";
    public override string Printed => "Printed";
    public override string MessagesTitle => "Messages";
    public override string MessagesLead => "Here stands what the town has sent and what reached nobody. You see the content only where you have to do something.";
    public override string DemoOutboxLead => "This demonstration has no mail server. Here you read what it would have sent.";
    public override string NoMessages => "No message yet";
    public override string NoMessagesHint => "As soon as somebody applies, the messages about it stand here.";
    public override string NeedYou => "Reached nobody";
    public override string NewestMessages => "The newest messages";
    public override string Time => "Time";
    public override string Subject => "Subject line";
    public override string State => "State";
    public override string Reason => "Reason";
    public override string ContentDeleted => "Content deleted";
    public override string MessageTitle => "A message";
    public override string ToMessages => "Back to the messages";
    public override string WhatToDo => "What is to be done?";
    public override string MailAgain => "Mail it again";
    public override string PrintInstead => "Print the letter";
    public override string SettledOtherwise => "Settled otherwise";
    public override RefusalText AddressUnusable { get; } = new("That is no e-mail address", "The town cannot write to this address.", "Check the address. It looks like this: name@example.com.");
    public override RefusalText TooManyConfirmations { get; } = new("No further e-mail today", "Several confirmations were asked for this address today.", "Look into your mailbox, the folder for junk as well, or try again tomorrow.");
    public override RefusalText ConfirmationUnknown { get; } = new("This link no longer counts", "The address is confirmed already, or the link is too old.", "Give the address with your permit once more if you get no messages.");
    public override RefusalText MessageUnknown { get; } = new("Message not found", "There is no such message, or nothing is left to do.", "Go back to the messages.");
    public override RefusalText BatchUnknown { get; } = new("Batch not found", "There is no such batch, or its letters were deleted after their time.", "Go back to the letters to print.");
    public override RefusalText NothingToPrint { get; } = new("Nothing to print", "No letter waits now.", "Look again later.");
    public override string Closing(string town) => $"Your town of {town}";
    public override string ConfirmationOtherwise(int days) => $"The link counts for {days} days. It was not you? Then do nothing: we delete the address and do not write again.";
    public override string LettersWait(int count) => count == 1 ? "1 letter waits." : $"{count} letters wait.";
    public override string MakeBatch(int count) => count == 1 ? "Put together a batch of 1 letter" : $"Put together a batch of {count} letters";
    public override string OpenBatch(string made) => $"Open batch of {made}";
    public override string PrintAgain(string made) => $"Print batch of {made} again";
    public override string MarkPrinted(string made) => $"Batch of {made} is printed";

    public override string StateOf(MessageState state) => state switch
    {
        MessageState.Held => "Waits until the address is confirmed",
        MessageState.Waiting => "Is being sent",
        MessageState.Sent => "Sent",
        MessageState.Shown => "DEMO: not sent",
        MessageState.ToPrint => "Waits to be printed",
        MessageState.Printed => "Printed",
        MessageState.NeedsClerk => "Reached nobody",
        MessageState.Withdrawn => "Settled without sending",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An unknown state."),
    };

    public override string ReasonOf(string reason) => reason switch
    {
        "timeout" => "The mail server did not answer in time",
        "sign-in" => "The mail server refused to sign us in",
        "tls" => "The connection to the mail server is not safe",
        "no-starttls" => "The mail server cannot encrypt",
        "connection" => "The connection to the mail server broke",
        "no-address" => "There is no e-mail address",
        "not-confirmed" => "The e-mail address was not confirmed",
        "no-mail-server" => "The town has no mail server",
        "retries-over" => "No mail server took the message",
        _ => "Answer of the mail server: " + reason,
    };
}
