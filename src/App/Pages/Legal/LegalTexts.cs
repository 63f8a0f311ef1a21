using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.App.Pages.Legal;

/// <summary>
/// Imprint (§ 5 DDG), privacy (GDPR Art. 13) and the statement on accessibility (§ 12b BGG, BITV 2.0 § 7): what this program does, said
/// by the program; who answers for it, said by its operator.
/// </summary>
internal abstract class LegalTexts(TownOptions town, ContactOptions contact)
{
    /// <summary>The texts for a town and its operator.</summary>
    public static LegalTexts For(Language language, TownOptions town, ContactOptions contact) =>
        language is Language.German ? new GermanLegalTexts(town, contact) : new EnglishLegalTexts(town, contact);

    /// <summary>Heading of the imprint.</summary>
    public abstract string ImprintTitle { get; }

    /// <summary>Heading of the page on privacy.</summary>
    public abstract string PrivacyTitle { get; }

    /// <summary>Heading of the statement on accessibility.</summary>
    public abstract string AccessibilityTitle { get; }

    /// <summary>Who runs this portal.</summary>
    public IReadOnlyList<TextSection> Imprint => [Responsible, .. town.Demo ? [Demonstration] : Array.Empty<TextSection>(), Software];

    /// <summary>What is stored, why, and for how long.</summary>
    public IReadOnlyList<TextSection> Privacy => [.. town.Demo ? [Demonstration] : Array.Empty<TextSection>(), OnYourDevice, InTheTown, Cookies, YourRights, Responsible];

    /// <summary>How accessible the portal and the wallet are.</summary>
    public IReadOnlyList<TextSection> Accessibility => [State, NotAccessible, HowItWasTested, Feedback];

    /// <summary>Name of the town.</summary>
    protected string TownName { get; } = town.Name;

    /// <summary>Who answers for the portal.</summary>
    protected ContactOptions Contact { get; } = contact;

    /// <summary>That everything is made up.</summary>
    protected abstract TextSection Demonstration { get; }

    /// <summary>Whom to turn to.</summary>
    protected abstract TextSection Responsible { get; }

    /// <summary>Which program this is.</summary>
    protected abstract TextSection Software { get; }

    /// <summary>What lies in the wallet.</summary>
    protected abstract TextSection OnYourDevice { get; }

    /// <summary>What the town stores.</summary>
    protected abstract TextSection InTheTown { get; }

    /// <summary>What the browser keeps for the portal.</summary>
    protected abstract TextSection Cookies { get; }

    /// <summary>Rights of the person.</summary>
    protected abstract TextSection YourRights { get; }

    /// <summary>Conformance.</summary>
    protected abstract TextSection State { get; }

    /// <summary>What is missing.</summary>
    protected abstract TextSection NotAccessible { get; }

    /// <summary>How that was found out.</summary>
    protected abstract TextSection HowItWasTested { get; }

    /// <summary>Where to report a barrier.</summary>
    protected abstract TextSection Feedback { get; }
}
