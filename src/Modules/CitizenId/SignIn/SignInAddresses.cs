namespace Modellstadt.CitizenId.SignIn;

/// <summary>Where the sign-in with the citizen ID lives.</summary>
internal static class SignInAddresses
{
    /// <summary>Where it begins.</summary>
    public const string Start = "/account/sign-in/citizen-id";

    /// <summary>The page of a sign-in.</summary>
    public static string Page(Guid signIn) => $"{Start}/{signIn}";

    /// <summary>Where the browser comes back with the wallet's answer.</summary>
    public static string Answer(Guid signIn) => $"{Page(signIn)}/answer";

    /// <summary>The address that the page asks whether the wallet has answered.</summary>
    public static string Polling(Guid signIn) => $"{Page(signIn)}/state";
}
