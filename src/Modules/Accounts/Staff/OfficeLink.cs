using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Accounts;

/// <summary>A page in the navigation above every page of the office.</summary>
/// <param name="Address">Where it is, below <c>/office</c>.</param>
/// <param name="Title">One or two words.</param>
/// <param name="Order">Smaller comes first.</param>
/// <param name="Roles">Who finds it there; the page protects itself.</param>
public sealed record OfficeLink(string Address, LocalizedText Title, int Order, IReadOnlyList<StaffRole> Roles)
{
    /// <summary>True when somebody of this role may open the page.</summary>
    public bool IsFor(StaffRole? role) => role is { } known && RoleReach.Of(Roles).Contains(known);
}

/// <summary>How a module puts its pages into the office's navigation.</summary>
public static class OfficeLinks
{
    /// <summary>Adds a page.</summary>
    /// <param name="services">The portal's services.</param>
    /// <param name="address">Where it is, below <c>/office</c>.</param>
    /// <param name="title">One or two words.</param>
    /// <param name="order">Smaller comes first.</param>
    /// <param name="roles">Who finds it there; clerks when nobody is named.</param>
    public static IServiceCollection AddOfficeLink(this IServiceCollection services, string address, LocalizedText title, int order, params StaffRole[] roles) =>
        services.AddSingleton(new OfficeLink(address, title, order, roles is [] ? [StaffRole.Clerk] : roles));
}
