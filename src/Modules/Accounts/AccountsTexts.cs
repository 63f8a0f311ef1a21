using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Accounts;

/// <summary>What this module says to people.</summary>
internal abstract class AccountsTexts
{
    public static AccountsTexts For(Language language) =>
        language is Language.German ? AccountsTextsInGerman.Instance : AccountsTextsInEnglish.Instance;

    public abstract string SignInTitle { get; }

    public abstract string SignInLead { get; }

    public abstract string AlreadySignedIn(string name);

    public abstract string DemoTitle { get; }

    public abstract string DemoLead { get; }

    public abstract string SignInAs(string name, StaffRole role);

    public abstract string OtherRoleSignedIn(string name, StaffRole role);

    public abstract string SignInAsSomeoneElse { get; }

    public abstract string SignOut { get; }

    public abstract string RoleOf(StaffRole role);

    public abstract RefusalText ManagementKeyMissing { get; }

    public abstract RefusalText SignInRequired { get; }

    public abstract RefusalText OtherRoleRequired { get; }

    public abstract RefusalText AccountLocked { get; }

    public abstract RefusalText StaffUnknown { get; }

    public abstract RefusalText FormTooOld { get; }
}
