using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>What clerks read about what registers told: nobody has applied for it, so nothing is granted or refused.</summary>
internal abstract class EventTexts : ITexts<EventTexts>
{
    private static readonly EventTexts German = new GermanEventTexts();
    private static readonly EventTexts English = new EnglishEventTexts();

    public static EventTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Leave { get; }
    public abstract string LeaveReason { get; }
    public abstract string LeaveHint { get; }
    public abstract RefusalText EventAwaitsRelease { get; }
    public abstract RefusalText VehicleLeft { get; }
    public abstract RefusalText EventSetAside(string reason);

    /// <summary>What would be carried out, in one sentence.</summary>
    public string WordsOf(PreparedEvent prepared, string money) => prepared.Consequence switch
    {
        EventConsequence.Ends(var reason) => Ends(Reason(reason), money),
        EventConsequence.Keeps(var plates) => Keeps(Permit.Line(plates)),
        _ => "",
    };

    protected abstract string Ends(string reason, string money);
    protected abstract string Keeps(string plates);
    protected abstract string Reason(EndReason reason);
}
