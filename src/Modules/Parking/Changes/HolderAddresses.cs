using Modellstadt.Accounts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes;

/// <summary>Where the holder's own pages live.</summary>
internal static class HolderAddresses
{
    /// <summary>The page of one's permit.</summary>
    public const string Mine = "/permit/mine";

    /// <summary>The sign-in that says what is missing and leads back: for whoever is not signed in, or too weakly for a step.</summary>
    public static readonly string SignIn = CitizenDoors.SignInFor(Mine);

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
}
