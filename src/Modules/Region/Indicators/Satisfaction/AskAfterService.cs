using Microsoft.AspNetCore.Components;
using Modellstadt.Kernel.Pages;

namespace Modellstadt.Region.Indicators.Satisfaction;

/// <summary>Puts the question how it was below the end of every service.</summary>
internal sealed class AskAfterService : IServiceEnd
{
    /// <inheritdoc />
    public RenderFragment Of(string service, Guid @case) => builder =>
    {
        builder.OpenComponent<SatisfactionQuestion>(0);
        builder.AddComponentParameter(1, nameof(SatisfactionQuestion.Service), service);
        builder.AddComponentParameter(2, nameof(SatisfactionQuestion.Case), @case);
        builder.CloseComponent();
    };
}
