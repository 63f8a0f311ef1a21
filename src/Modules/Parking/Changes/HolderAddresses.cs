using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes;

/// <summary>Where the holder's own pages live.</summary>
internal static class HolderAddresses
{
    /// <summary>The page of one's permit.</summary>
    public const string Mine = "/permit/mine";

    /// <summary>Where the sign-in begins.</summary>
    public const string SignIn = "/permit/mine/sign-in";

    /// <summary>Where the session of this browser ends.</summary>
    public const string SignOut = "/permit/mine/sign-out";

    /// <summary>Where the card is fetched into a wallet.</summary>
    public const string Card = "/permit/mine/card";

    /// <summary>The address that the page of the card asks whether the card was fetched.</summary>
    public const string CardPolling = "/permit/mine/card/state";

    /// <summary>Where the holder's wishes go.</summary>
    public const string Changes = "/permit/mine/changes";

    /// <summary>Where the permit is given back.</summary>
    public const string Return = "/permit/mine/return";

    /// <summary>Where an undecided change is withdrawn.</summary>
    public static string Withdrawal(Guid application) => $"{Change(application)}/withdrawal";

    /// <summary>The page of a change.</summary>
    public static string Change(Guid application) => $"{Changes}/{application}";

    /// <summary>The address that the page of a change asks whether it was decided.</summary>
    public static string ChangePolling(Guid application, ApplicationState shown) => $"{Change(application)}/state?shown={shown}";

    /// <summary>The page behind the link of a reminder: whoever has the link may renew this permit once, and nothing else.</summary>
    public static string RenewalLink(string secret) => $"/permit/renewal/{secret}";

    /// <summary>The page of a sign-in.</summary>
    public static string SignInPage(Guid signIn) => $"{SignIn}/{signIn}";

    /// <summary>Where the browser comes back with the wallet's answer.</summary>
    public static string SignInAnswer(Guid signIn) => $"{SignInPage(signIn)}/answer";

    /// <summary>The address that the page of a sign-in asks whether the wallet has answered.</summary>
    public static string SignInPolling(Guid signIn) => $"{SignInPage(signIn)}/state";
}
