using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Modellstadt.Kernel.Modules;

namespace Modellstadt.Testing;

/// <summary>The pages of a town's modules without the portal's shell around them.</summary>
internal sealed class TestPages : ComponentBase
{
    [Inject]
    public required InstalledModules Modules { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Router>(0);
        builder.AddComponentParameter(1, nameof(Router.AppAssembly), typeof(TestPages).Assembly);
        builder.AddComponentParameter(2, nameof(Router.AdditionalAssemblies), Modules.Assemblies);
        builder.AddComponentParameter(3, nameof(Router.Found), (RenderFragment<RouteData>)(route => page =>
        {
            page.OpenComponent<RouteView>(0);
            page.AddComponentParameter(1, nameof(RouteView.RouteData), route);
            page.CloseComponent();
        }));
        builder.CloseComponent();
    }
}
