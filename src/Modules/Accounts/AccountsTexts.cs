using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Accounts;

/// <summary>What this module says to people.</summary>
internal abstract class AccountsTexts : ITexts<AccountsTexts>
{
    private static readonly AccountsTexts German = new GermanAccountsTexts();
    private static readonly AccountsTexts English = new EnglishAccountsTexts();

    public static AccountsTexts For(Language language) => language is Language.German ? German : English;

    public abstract string SignInTitle { get; }

    public abstract string SignInLead { get; }

    public abstract string AlreadySignedIn(string name);

    public abstract string DemoTitle { get; }

    public abstract string DemoLead { get; }

    public abstract string SignInAs(string name, StaffRole role);

    public abstract string OtherRoleSignedIn(string name, StaffRole role);

    public abstract string SignInAsSomeoneElse { get; }

    /// <summary>Above the pages that this role may open.</summary>
    public abstract string OwnPages { get; }

    public abstract string RoleOf(StaffRole role);

    public abstract string SignInWithPasskey { get; }

    public abstract string NoPasskeyYet { get; }

    public abstract string PasskeyNotShown { get; }

    public abstract string PasskeyNotMade { get; }

    public abstract string PasskeyNeedsScript { get; }

    public abstract string PasskeysTitle { get; }

    public abstract string PasskeysLead { get; }

    public abstract string NoPasskey { get; }

    public abstract string NoPasskeyHint { get; }

    public abstract string AddedOn(DateTimeOffset at);

    public abstract string LastUsedOn(DateTimeOffset at);

    public abstract string NeverUsed { get; }

    public abstract string Remove { get; }

    public abstract string RemovePasskey(string name);

    public abstract string AddTitle { get; }

    public abstract string AddLead { get; }

    public abstract string AddPasskey { get; }

    public abstract string PasskeyName { get; }

    public abstract string PasskeyNameHint { get; }

    public abstract string EnrolmentTitle { get; }

    public abstract string EnrolmentLead(string name, StaffRole role, string town);

    public abstract string EnrolmentHint { get; }

    public abstract string RegisterPasskey { get; }

    public abstract RefusalText ManagementKeyMissing { get; }

    public abstract RefusalText ClientTokenMissing { get; }

    public abstract RefusalText OtherScopeRequired { get; }

    public abstract RefusalText ClientUnknown { get; }

    public abstract RefusalText ClientUnusable { get; }

    public abstract RefusalText SignInRequired { get; }

    public abstract RefusalText OtherRoleRequired { get; }

    public abstract RefusalText AccountLocked { get; }

    public abstract RefusalText StaffUnknown { get; }

    public abstract RefusalText StaffUnusable { get; }

    public abstract RefusalText KeyUnknown { get; }

    public abstract RefusalText KeyChangeTooSoon { get; }

    public abstract RefusalText PasskeyNotRecognized { get; }

    public abstract RefusalText PasskeyNotAccepted { get; }

    public abstract RefusalText LastPasskey { get; }

    public abstract RefusalText PasskeyUnknown { get; }

    public abstract RefusalText EnrolmentUnknown { get; }

    public abstract RefusalText EnrolmentUsed { get; }

    public abstract RefusalText EnrolmentExpired { get; }

    public abstract RefusalText FormTooOld { get; }
}
