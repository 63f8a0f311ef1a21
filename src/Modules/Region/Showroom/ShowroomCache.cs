using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Showroom;

/// <summary>
/// Pages that are the same for everybody are drawn once a second for each language: a crowd costs no more than one visitor, and who changed a project
/// sees it after a second at the latest. Whoever is signed in as staff, and whoever is given a cookie, gets a page of their own.
/// </summary>
internal static class ShowroomCache
{
    /// <summary>The policy's name for <see cref="OutputCacheAttribute"/>.</summary>
    public const string Policy = "showroom";

    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(1);

    public static void AddShowroomCache(this IServiceCollection services) =>
        services.Configure<OutputCacheOptions>(cache => cache.AddPolicy(Policy, policy => policy
            .Expire(KeptFor)
            // The answer lies packed in the cache.
            .SetVaryByHeader("Accept-Encoding")
            .VaryByValue(context => KeyValuePair.Create("language", context.RequestServices.GetRequiredService<CurrentLanguage>().Language.Tag()))));
}
