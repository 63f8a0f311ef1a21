using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Accounts;

/// <summary>A way in that another module offers to citizens.</summary>
/// <param name="Address">Where its button posts; the form carries <c>device</c> and <c>returnUrl</c>.</param>
/// <param name="Words">What the button says.</param>
public sealed record CitizenDoor(string Address, LocalizedText Words);

/// <summary>How modules plug ways in into the sign-in, and lead to it.</summary>
public static class CitizenDoors
{
    /// <summary>Where citizens choose how to sign in.</summary>
    public const string SignInPath = "/account/sign-in";

    /// <summary>The page of one's own account: means, sign-ins.</summary>
    public const string AccountPath = "/account";

    /// <summary>Where the session of a browser ends: a post with <see cref="ReturnUrl"/>.</summary>
    public const string SignOutPath = "/account/sign-out";

    /// <summary>The name of the field and parameter that says where it goes on afterwards: a path of this portal.</summary>
    public const string ReturnUrl = "returnUrl";

    /// <summary>Adds a way in.</summary>
    public static IServiceCollection AddCitizenDoor(this IServiceCollection services, string address, LocalizedText words) =>
        services.AddSingleton(new CitizenDoor(address, words));

    /// <summary>The sign-in that leads back to a path of this portal. Whoever has signed in at a level that is too low learns there what is missing.</summary>
    public static string SignInFor(string returnPath) => $"{SignInPath}?{ReturnUrl}={Uri.EscapeDataString(returnPath)}";
}
