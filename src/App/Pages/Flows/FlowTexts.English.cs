namespace Modellstadt.App.Pages.Flows;

/// <summary>The page about one flow in English.</summary>
internal sealed class EnglishFlowTexts : FlowTexts
{
    public override string Title => "Look at a flow";

    public override string Lead => "What happened between wallet and town, step by step, with the clause of the specification. Without names, claims and secrets.";

    public override string Id => "Reference number";

    public override string IdHint => "The number on the citizen's screen, one from the log, or the id of an offer.";

    public override string Show => "Look";

    public override string Flow => "Flow";

    public override string Forgotten => "Nothing is left for this number";

    public override string ForgottenHint => "Flows stay in memory for a short time only: the last 2,000, until the next start. Have the step repeated and take the new number.";
}
