using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Visitors;

/// <summary>Slows down whoever tries links.</summary>
internal sealed class VisitLimit(IOptions<ParkingOptions> options) : NetworkLimit(options.Value.VisitsPerMinute)
{
    public const string Name = "parking-visits";
}
