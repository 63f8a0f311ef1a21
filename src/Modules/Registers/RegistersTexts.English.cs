using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Registers;

/// <summary>The module's words in English.</summary>
internal sealed class EnglishRegistersTexts : RegistersTexts
{
    public override RefusalText DemoPersonUnknown => new(
        "Person unknown", "Nobody in the DEMO resident register has that key.", "The keys stand in the list of DEMO persons; a town without DEMO has none.");

    public override RefusalText DemoChangeImpossible => new(
        "That cannot happen to this person", "The change does not fit what the DEMO register knows about the person.",
        "Check street and house number, the plate or the new name; who has died changes nothing any more.");
}
