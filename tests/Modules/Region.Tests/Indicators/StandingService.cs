using Modellstadt.Kernel.Figures;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Tests.Indicators;

/// <summary>An online service whose cases the test sets.</summary>
internal sealed class StandingService : IOnlineService
{
    public string Id => "resident-parking-permit";

    public LocalizedText Name { get; } = new("Bewohnerparkausweis", "Resident parking permit");

    /// <summary>What it tells from now on.</summary>
    public ServiceCases Cases { get; set; } = new(0, []);

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    public Task<ServiceCases> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        Asked++;
        return Task.FromResult(Cases);
    }

    /// <summary>So many cases, the n-th decided after n minutes, every fourth on paper.</summary>
    public static ServiceCases Some(int cases) => new(cases + 2, [.. Enumerable.Range(1, cases).Select(number => (60L * number, number % 4 == 0))]);
}
