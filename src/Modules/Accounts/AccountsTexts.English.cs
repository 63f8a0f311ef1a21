using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Accounts;

internal sealed class AccountsTextsInEnglish : AccountsTexts
{
    public static readonly AccountsTexts Instance = new AccountsTextsInEnglish();

    public override string SignInTitle => "Staff sign-in";

    public override string SignInLead => "For the town's wardens, clerks and administrators.";

    public override string AlreadySignedIn(string name) => $"You are signed in as {name}. Signing in again replaces that.";

    public override string DemoTitle => "Sign in with one click";

    public override string DemoLead => "These people are made up. A real town has no such buttons.";

    public override string SignInAs(string name, StaffRole role) => $"{name} ({RoleOf(role)})";

    public override string OtherRoleSignedIn(string name, StaffRole role) => $"You are signed in as {name}. Your role: {RoleOf(role)}.";

    public override string SignInAsSomeoneElse => "Sign in with another account";

    public override string SignOut => "Sign out";

    public override string RoleOf(StaffRole role) => role switch
    {
        StaffRole.Warden => "warden",
        StaffRole.Clerk => "clerk",
        _ => "administrator",
    };

    public override RefusalText ManagementKeyMissing { get; } = new(
        "The management key is missing",
        "This address is for the town's own programs and asks for their key.",
        "Send the header “Authorization: Bearer <key>” with the key that ./run shows or that Management:Key sets.");

    public override RefusalText SignInRequired { get; } = new(
        "You are not signed in",
        "Your sign-in is missing or has ended.",
        "Sign in at /sign-in and try again.");

    public override RefusalText OtherRoleRequired { get; } = new(
        "This page is for another role",
        "Your account may not open this page.",
        "Sign in with an account that may, or ask your town's administrators for the role.");

    public override RefusalText AccountLocked { get; } = new(
        "This account is locked",
        "Your town's administrators have locked the account.",
        "Turn to them if you need access again.");

    public override RefusalText StaffUnknown { get; } = new(
        "There is no such account",
        "Nobody in this town has this id.",
        "Look the id up in the list of accounts.");

    public override RefusalText FormTooOld { get; } = new(
        "The form is no longer valid",
        "It was opened before you signed in or out, or it does not come from this site.",
        "Load the page again and try once more.");
}
