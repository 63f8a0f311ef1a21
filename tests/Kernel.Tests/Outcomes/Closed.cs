using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Tests.Outcomes;

/// <summary>A refusal as small as it can be.</summary>
internal sealed record Closed() : Refusal("urn:modellstadt:shelf:closed", 409)
{
    public override RefusalText In(Language language) => language is Language.German
        ? new("Geschlossen", "Die Bücherei ist zu.", "Kommen Sie morgen wieder.")
        : new("Closed", "The library is closed.", "Come back tomorrow.");
}
