using Microsoft.AspNetCore.Http.HttpResults;

namespace Modellstadt.Accounts.SignIn;

/// <summary>Where a person goes after signing in: only paths of this portal, so that nobody lends our sign-in page to a foreign address.</summary>
internal static class ReturnPath
{
    public const string Start = "/";

    /// <summary>The path asked for, or the start page when it leads elsewhere.</summary>
    public static string Of(string? asked) =>
        asked is { Length: <= 2000 } && asked.StartsWith('/') && RedirectHttpResult.IsLocalUrl(asked) ? asked : Start;
}
