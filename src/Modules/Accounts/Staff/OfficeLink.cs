using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Accounts;

/// <summary>A page in the navigation that clerks see above every page of the office.</summary>
/// <param name="Address">Where it is, below <c>/office</c>.</param>
/// <param name="Title">One or two words.</param>
/// <param name="Order">Smaller comes first.</param>
public sealed record OfficeLink(string Address, LocalizedText Title, int Order);

/// <summary>How a module puts its pages into the office's navigation.</summary>
public static class OfficeLinks
{
    /// <summary>Adds a page.</summary>
    public static IServiceCollection AddOfficeLink(this IServiceCollection services, string address, LocalizedText title, int order) =>
        services.AddSingleton(new OfficeLink(address, title, order));
}
