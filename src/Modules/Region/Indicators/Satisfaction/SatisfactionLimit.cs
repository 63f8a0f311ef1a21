using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Region.Indicators.Satisfaction;

/// <summary>How often one network may answer the question how a service was.</summary>
internal sealed class SatisfactionLimit(IOptions<RegionOptions> options) : NetworkLimit(options.Value.AnswersPerMinute)
{
    public const string Name = "region-satisfaction";
}
