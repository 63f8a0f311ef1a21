using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Figures;

/// <summary>An online service of a module, as the town's indicators are computed from it: cases without persons.</summary>
public interface IOnlineService
{
    /// <summary>In kebab case, the same in every town and for ever: <c>resident-parking-permit</c>.</summary>
    string Id { get; }

    /// <summary>As people call it.</summary>
    LocalizedText Name { get; }

    /// <summary>What came in and what was decided since a moment.</summary>
    Task<ServiceCases> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>Cases of a service.</summary>
/// <param name="Applications">How many came in.</param>
/// <param name="Decided">Of each decision: seconds from the application to it, and whether any of it was on paper or at a counter.</param>
public sealed record ServiceCases(int Applications, IReadOnlyList<(long Seconds, bool OnPaper)> Decided);
