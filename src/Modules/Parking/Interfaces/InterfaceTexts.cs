using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Interfaces;

/// <summary>What clerks read about programs of others, and what those programs' developers read.</summary>
internal abstract class InterfaceTexts : ITexts<InterfaceTexts>
{
    private static readonly InterfaceTexts German = new GermanInterfaceTexts();
    private static readonly InterfaceTexts English = new EnglishInterfaceTexts();

    public static InterfaceTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string ToOffice { get; }
    public abstract string NoClient { get; }
    public abstract string NoClientHint { get; }
    public abstract string Client { get; }
    public abstract string Purpose { get; }
    public abstract string Yes { get; }
    public abstract string No { get; }
    public abstract string Unknown { get; }
    public abstract string State { get; }
    public abstract string Asking { get; }
    public abstract string Locked { get; }
    public abstract string PausedUntil(string until, int unknown, int asked);
    public abstract string WasPaused(string since, int unknown, int asked);
    public abstract string EndPause(string client);
    public abstract RefusalText QuestionsUnusable { get; }
    public abstract string DeadLetters { get; }
    public abstract string DeadLettersLead { get; }
    public abstract string Message { get; }
    public abstract string GivenUp { get; }
    public abstract string LastAnswer { get; }
    public abstract string SendAgain(string client);
    public abstract RefusalText SubscriptionUnusable { get; }
    public abstract RefusalText TooManySubscriptions { get; }
    public abstract RefusalText SubscriptionUnknown { get; }
    public abstract RefusalText CaseUnknown { get; }
    public abstract RefusalText ListingUnusable { get; }
    public abstract RefusalText TooManyQuestions { get; }
    public abstract RefusalText ClientPaused { get; }
}
