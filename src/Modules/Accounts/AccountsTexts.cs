using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Accounts;

/// <summary>What this module says to people.</summary>
internal abstract class AccountsTexts
{
    public static AccountsTexts For(Language language) =>
        language is Language.German ? AccountsTextsInGerman.Instance : AccountsTextsInEnglish.Instance;

    public abstract RefusalText ManagementKeyMissing { get; }
}
