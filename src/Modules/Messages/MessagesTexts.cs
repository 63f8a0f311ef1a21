using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages;

/// <summary>What this module says to people.</summary>
internal abstract class MessagesTexts : ITexts<MessagesTexts>
{
    private static readonly MessagesTexts German = new GermanMessagesTexts();
    private static readonly MessagesTexts English = new EnglishMessagesTexts();

    public abstract string Reference { get; }
    public abstract string Day { get; }
    public abstract string DemoOnPaper { get; }
    public abstract string DemoOnScreen { get; }
    public abstract string Greeting { get; }
    public abstract string AnswersAreRead { get; }
    public abstract string AnswersAreNotRead { get; }
    public abstract string ConfirmationSubject { get; }
    public abstract string ConfirmationWhy { get; }
    public abstract string ConfirmationLink { get; }
    public abstract string ConfirmTitle { get; }
    public abstract string ConfirmLead { get; }
    public abstract string ConfirmButton { get; }
    public abstract string Confirmed { get; }
    public abstract string ConfirmedHint { get; }
    public abstract string ToOffice { get; }
    public abstract string PrintQueueTitle { get; }
    public abstract string PrintQueueLead { get; }
    public abstract string Batches { get; }
    public abstract string Made { get; }
    public abstract string Letters { get; }
    public abstract string File { get; }
    public abstract string Printed { get; }
    public abstract string MessagesTitle { get; }
    public abstract string MessagesLead { get; }
    public abstract string DemoOutboxLead { get; }
    public abstract string NoMessages { get; }
    public abstract string NoMessagesHint { get; }
    public abstract string NeedYou { get; }
    public abstract string NewestMessages { get; }
    public abstract string Time { get; }
    public abstract string Subject { get; }
    public abstract string State { get; }
    public abstract string Reason { get; }
    public abstract string ContentDeleted { get; }
    public abstract string MessageTitle { get; }
    public abstract string ToMessages { get; }
    public abstract string WhatToDo { get; }
    public abstract string MailAgain { get; }
    public abstract string PrintInstead { get; }
    public abstract string SettledOtherwise { get; }
    public abstract RefusalText AddressUnusable { get; }
    public abstract RefusalText TooManyConfirmations { get; }
    public abstract RefusalText ConfirmationUnknown { get; }
    public abstract RefusalText MessageUnknown { get; }
    public abstract RefusalText BatchUnknown { get; }
    public abstract RefusalText NothingToPrint { get; }
    public abstract string PageOf(int page, int pages);
    public abstract string Closing(string town);
    public abstract string ConfirmationOtherwise(int days);
    public abstract string LettersWait(int count);
    public abstract string MakeBatch(int count);
    public abstract string OpenBatch(string made);
    public abstract string PrintAgain(string made);
    public abstract string MarkPrinted(string made);
    public abstract string StateOf(MessageState state);

    /// <summary>Why a message was not taken: a fault in words, a mail server's codes as they are.</summary>
    public abstract string ReasonOf(string reason);

    public static MessagesTexts For(Language language) => language is Language.German ? German : English;
}
