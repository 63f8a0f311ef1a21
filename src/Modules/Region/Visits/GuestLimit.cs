using Modellstadt.Kernel.Web;

namespace Modellstadt.Region.Visits;

/// <summary>Slows down whoever tries codes; the guests of a visit often share one network.</summary>
internal sealed class GuestLimit() : NetworkLimit(PerMinute)
{
    public const string Name = "region-guests";

    private const int PerMinute = 600;
}
