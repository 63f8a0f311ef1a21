using Microsoft.AspNetCore.Components;

namespace Modellstadt.Kernel.Pages;

/// <summary>What a module adds where a service of another one ends: the question how it was.</summary>
public interface IServiceEnd
{
    /// <summary>Draws it; nothing when the case has had it.</summary>
    /// <param name="service"><see cref="Figures.IOnlineService.Id"/> of the service.</param>
    /// <param name="case">The case, on a page that shows it to nobody but the person whose case it is.</param>
    RenderFragment Of(string service, Guid @case);
}
