using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Accounts;

/// <summary>A refusal of this module.</summary>
/// <param name="Name">Last part of the problem type.</param>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record AccountsRefusal(string Name, int StatusCode, Func<AccountsTexts, RefusalText> Words)
    : SpokenRefusal<AccountsTexts>($"urn:modellstadt:accounts:{Name}", StatusCode, Words);

/// <summary>The call carries no management key, or another one.</summary>
internal sealed record ManagementKeyMissing() : AccountsRefusal("management-key-missing", StatusCodes.Status401Unauthorized, texts => texts.ManagementKeyMissing);

/// <summary>The call carries no token of a client, or one that does not count here.</summary>
internal sealed record ClientTokenMissing() : AccountsRefusal("client-token-missing", StatusCodes.Status401Unauthorized, texts => texts.ClientTokenMissing);

/// <summary>The client's token does not carry the scope.</summary>
internal sealed record OtherScopeRequired() : AccountsRefusal("other-scope-required", StatusCodes.Status403Forbidden, texts => texts.OtherScopeRequired);

/// <summary>There is no such client.</summary>
internal sealed record ClientUnknown() : AccountsRefusal("client-unknown", StatusCodes.Status404NotFound, texts => texts.ClientUnknown);

/// <summary>Name, purpose or scopes cannot be used.</summary>
internal sealed record ClientUnusable() : AccountsRefusal("client-unusable", StatusCodes.Status400BadRequest, texts => texts.ClientUnusable);

/// <summary>Nobody is signed in, or the session is over.</summary>
internal sealed record SignInRequired() : AccountsRefusal("sign-in-required", StatusCodes.Status401Unauthorized, texts => texts.SignInRequired);

/// <summary>The person signed in has another role.</summary>
internal sealed record OtherRoleRequired() : AccountsRefusal("other-role-required", StatusCodes.Status403Forbidden, texts => texts.OtherRoleRequired);

/// <summary>The account is locked.</summary>
internal sealed record AccountLocked() : AccountsRefusal("account-locked", StatusCodes.Status403Forbidden, texts => texts.AccountLocked);

/// <summary>There is no such account.</summary>
internal sealed record StaffUnknown() : AccountsRefusal("staff-unknown", StatusCodes.Status404NotFound, texts => texts.StaffUnknown);

/// <summary>The name or the role cannot be used.</summary>
internal sealed record StaffUnusable() : AccountsRefusal("staff-unusable", StatusCodes.Status400BadRequest, texts => texts.StaffUnusable);

/// <summary>No key that can be changed has this name.</summary>
internal sealed record KeyUnknown() : AccountsRefusal("key-unknown", StatusCodes.Status404NotFound, texts => texts.KeyUnknown);

/// <summary>The change would take place before everybody has seen it.</summary>
internal sealed record KeyChangeTooSoon() : AccountsRefusal("key-change-too-soon", StatusCodes.Status400BadRequest, texts => texts.KeyChangeTooSoon);

/// <summary>No account here knows the passkey shown, or the answer does not hold.</summary>
internal sealed record PasskeyNotRecognized() : AccountsRefusal("passkey-not-recognized", StatusCodes.Status403Forbidden, texts => texts.PasskeyNotRecognized);

/// <summary>A new passkey does not hold, or comes too late.</summary>
internal sealed record PasskeyNotAccepted() : AccountsRefusal("passkey-not-accepted", StatusCodes.Status400BadRequest, texts => texts.PasskeyNotAccepted);

/// <summary>Without this passkey nobody could sign in to the account.</summary>
internal sealed record LastPasskey() : AccountsRefusal("last-passkey", StatusCodes.Status409Conflict, texts => texts.LastPasskey);

/// <summary>The account has no such passkey.</summary>
internal sealed record PasskeyUnknown() : AccountsRefusal("passkey-unknown", StatusCodes.Status410Gone, texts => texts.PasskeyUnknown);

/// <summary>Nobody made this link, or a newer one took its place.</summary>
internal sealed record EnrolmentUnknown() : AccountsRefusal("enrolment-unknown", StatusCodes.Status410Gone, texts => texts.EnrolmentUnknown);

/// <summary>The link has registered its passkey.</summary>
internal sealed record EnrolmentUsed() : AccountsRefusal("enrolment-used", StatusCodes.Status410Gone, texts => texts.EnrolmentUsed);

/// <summary>The time to use the link is over.</summary>
internal sealed record EnrolmentExpired() : AccountsRefusal("enrolment-expired", StatusCodes.Status410Gone, texts => texts.EnrolmentExpired);

/// <summary>The post carries no valid token of a form.</summary>
internal sealed record FormTooOld() : AccountsRefusal("form-too-old", StatusCodes.Status400BadRequest, texts => texts.FormTooOld);
