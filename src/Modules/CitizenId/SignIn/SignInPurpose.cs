using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.CitizenId;

/// <summary>What a sign-in is for, as the wallet tells its holder.</summary>
/// <param name="Path">The pages it opens: this path and everything below it.</param>
/// <param name="Words">Why, and what can be done afterwards.</param>
public sealed record SignInPurpose(string Path, LocalizedText Words)
{
    /// <summary>True when this is what a sign-in is for that leads to the path.</summary>
    public bool Covers(string returnPath)
    {
        ArgumentNullException.ThrowIfNull(returnPath);
        var path = returnPath.Split('?', '#')[0];
        return path == Path || path.StartsWith(Path + "/", StringComparison.Ordinal);
    }
}

/// <summary>How a module says what signing in to its pages is for.</summary>
public static class SignInPurposes
{
    /// <summary>Adds a purpose.</summary>
    public static IServiceCollection AddSignInPurpose(this IServiceCollection services, string path, LocalizedText words) => services.AddSingleton(new SignInPurpose(path, words));
}
