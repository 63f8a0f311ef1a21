using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Accounts;

/// <summary>The module's words in English.</summary>
internal sealed class EnglishAccountsTexts : AccountsTexts
{
    public override string SignInTitle => "Staff sign-in";

    public override string SignInLead => "For the town's staff and for all who decide on projects of the model region.";

    public override string AlreadySignedIn(string name) => $"You are signed in as {name}. Signing in again replaces that.";

    public override string DemoTitle => "Sign in with one click";

    public override string DemoLead => "These people are made up. A real town has no such buttons.";

    public override string SignInAs(string name, StaffRole role) => $"{name} ({RoleOf(role)})";

    public override string OtherRoleSignedIn(string name, StaffRole role) => $"You are signed in as {name}. Your role: {RoleOf(role)}.";

    public override string SignInAsSomeoneElse => "Sign in with another account";
    public override string OwnPages => "Your pages";

    public override string RoleOf(StaffRole role) => role switch
    {
        StaffRole.Warden => "warden",
        StaffRole.Clerk => "clerk",
        StaffRole.Administrator => "administrator",
        StaffRole.ProjectOffice => "project office",
        StaffRole.BoardMember => "board member",
        StaffRole.BoardChair => "chair of the board",
        StaffRole.DistrictGovernment => "district government",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "An unknown role."),
    };

    public override string SignInWithPasskey => "Sign in with a passkey";

    public override string NoPasskeyYet => "No passkey yet? Your town's administrators send you a link to set one up.";

    public override string PasskeyNotShown => "No passkey was shown. Try again and choose the passkey for this portal.";

    public override string PasskeyNotMade => "No passkey was set up. Try again; a device that is set up here already is not taken a second time.";

    public override string PasskeyNeedsScript => "A passkey needs JavaScript. Switch it on for this page and load it again.";

    public override string PasskeysTitle => "My passkeys";

    public override string PasskeysLead => "With a passkey you sign in by fingerprint, face or PIN of your device, without a password.";

    public override string NoPasskey => "No passkey yet";

    public override string NoPasskeyHint => "Add one below.";

    public override string AddedOn(DateTimeOffset at) => string.Create(Language.English.Culture(), $"Added on {at:d}");

    public override string LastUsedOn(DateTimeOffset at) => string.Create(Language.English.Culture(), $"Last used on {at:d} at {at:t}");

    public override string NeverUsed => "Never used to sign in";

    public override string Remove => "Remove";

    public override string RemovePasskey(string name) => $"Remove: {name}";

    public override string AddTitle => "Add a passkey";

    public override string AddLead => "Set up each device with which you want to sign in. When one is lost, remove its passkey here: every other sign-in then ends.";

    public override string AddPasskey => "Add passkey";

    public override string PasskeyName => "Name of the device";

    public override string PasskeyNameHint => "For example: duty phone. You may leave it empty.";

    public override string EnrolmentTitle => "Your access";

    public override string EnrolmentLead(string name, StaffRole role, string town) => $"Hello, {name}. The town of {town} has made an account for you: {RoleOf(role)}.";

    public override string EnrolmentHint => "Set up a passkey now. You will sign in with it from then on. This link works once, and only for you.";

    public override string RegisterPasskey => "Set up passkey and sign in";

    public override RefusalText ManagementKeyMissing { get; } = new(
        "The management key is missing",
        "This address is for the town's own programs and asks for their key.",
        "Send the header “Authorization: Bearer <key>” with the key that ./run shows or that Management:Key sets.");

    public override RefusalText ClientTokenMissing { get; } = new(
        "A token is missing",
        "This address is for programs with a token of this town; there was none, or it is for another interface, over, or its client is locked.",
        "Get a new token at /oauth/token and send it as “Authorization: Bearer <token>”.");

    public override RefusalText OtherScopeRequired { get; } = new(
        "The token does not allow this",
        "The token lacks the scope that this address asks for; the header WWW-Authenticate names it.",
        "Ask for a token with this scope, or ask the town to give it to your client.");

    public override RefusalText ClientUnknown { get; } = new(
        "There is no such client",
        "No program of this town has this id.",
        "Look the id up at /management/v1/clients.");

    public override RefusalText ClientUnusable { get; } = new(
        "The client cannot be made like this",
        "It needs a name of 1 to 100 characters, a purpose of 1 to 200 characters and at least one scope that exists.",
        "Correct them and send them again.");

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

    public override RefusalText StaffUnusable { get; } = new(
        "The name or the role cannot be used",
        "The name needs 1 to 100 characters; the role is warden, clerk, administrator, project-office, board-member, board-chair or district-government.",
        "Correct them and send them again.");

    public override RefusalText KeyUnknown { get; } = new(
        "The town has no such key",
        "None of the keys that can be changed has this name.",
        "Read the names at /management/v1/keys.");

    public override RefusalText KeyChangeTooSoon { get; } = new(
        "The key cannot change so soon",
        "Every process of the town and everybody who is being served must have seen a change before it takes place.",
        "Leave the time out, or name a later one; /management/v1/keys says how long ahead.");

    public override RefusalText PasskeyNotRecognized { get; } = new(
        "The passkey was not recognized",
        "No account here belongs to this passkey, or signing in took longer than five minutes.",
        "Try again, or ask your town's administrators for a new link.");

    public override RefusalText PasskeyNotAccepted { get; } = new(
        "The passkey was not accepted",
        "Your device reported no usable passkey, or setting it up took longer than five minutes.",
        "Try again.");

    public override RefusalText LastPasskey { get; } = new(
        "This is your last passkey",
        "Without it you could not sign in any more.",
        "Add another passkey first.");

    public override RefusalText PasskeyUnknown { get; } = new(
        "This passkey is gone",
        "It was removed before.",
        "See in the list which passkeys are left.");

    public override RefusalText EnrolmentUnknown { get; } = new(
        "This link is not valid",
        "It is incomplete, or a newer link has replaced it.",
        "Open the newest link, or ask your town's administrators for a new one.");

    public override RefusalText EnrolmentUsed { get; } = new(
        "This link was used before",
        "A passkey has been set up with it.",
        "Sign in with that passkey. If it was not you, tell your town's administrators at once.");

    public override RefusalText EnrolmentExpired { get; } = new(
        "This link has expired",
        "The time to set up the passkey is over.",
        "Ask your town's administrators for a new link.");

    public override RefusalText FormTooOld { get; } = new(
        "The form is no longer valid",
        "It was opened before you signed in or out, or it does not come from this site.",
        "Load the page again and try once more.");
}
