using Microsoft.AspNetCore.Http.HttpResults;

namespace Modellstadt.Accounts;

/// <summary>Where a person goes after signing in: only paths of this portal, so that nobody lends our sign-in page to a foreign address.</summary>
public static class ReturnPath
{
    /// <summary>The start page.</summary>
    public const string Start = "/";

    /// <summary>The path asked for, or the start page when it leads elsewhere.</summary>
    public static string Of(string? asked) =>
        asked is { Length: <= 2000 } && asked.StartsWith('/') && RedirectHttpResult.IsLocalUrl(asked) ? asked : Start;
}
