using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Modellstadt.Accounts.Passkeys;

/// <summary>The cookies that keep what a browser was asked. Two: registering in one tab does not disturb signing in in another.</summary>
/// <param name="Registration">Cookie of a registration.</param>
/// <param name="SignIn">Cookie of a sign-in.</param>
internal sealed record PasskeyCookies(string Registration, string SignIn)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Questions to staff.</summary>
    public static PasskeyCookies OfStaff { get; } = new("modellstadt-passkey-registration", "modellstadt-passkey-sign-in");

    /// <summary>Questions to citizens.</summary>
    public static PasskeyCookies OfCitizens { get; } = new("modellstadt-citizen-passkey-registration", "modellstadt-citizen-passkey-sign-in");

    /// <summary>Every one.</summary>
    public static IEnumerable<string> All => [OfStaff.Registration, OfStaff.SignIn, OfCitizens.Registration, OfCitizens.SignIn];

    /// <summary>A cookie that holds what was asked, 5 minutes at most.</summary>
    public static void Configure(CookieAuthenticationOptions cookie, string name)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.ExpireTimeSpan = Patience;
        cookie.SlidingExpiration = false;
    }
}

/// <summary>An account that passkeys sign in to. Staff and citizens stay apart: a question to one is never answered to the other.</summary>
internal interface IPasskeyAccount
{
    /// <summary>Where what was asked is kept.</summary>
    static abstract PasskeyCookies Cookies { get; }

    /// <summary>Identifier; the user handle of its passkeys.</summary>
    Guid Id { get; }
}
