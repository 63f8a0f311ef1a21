using System.Text.Json;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.RegisterEvents;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>The message that a keeper has taken back the consent.</summary>
internal sealed record WithdrawnUse(Guid UseId, string UserId, string Plate, DateOnly Since);

/// <summary>A withdrawn consent means for the permit what the loss of the vehicle means: the same rules decide, on the same legal basis.</summary>
internal sealed class UseWithdrawn(FollowRegisters follow) : IOutboxReceiver<ParkingDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "vehicle-use-withdrawn";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var use = JsonSerializer.Deserialize<WithdrawnUse>(message.Payload, JsonSerializerOptions.Web)!;
        return follow.ReceiveAsync(new RegisterChange.VehicleGone(use.UseId, new ResidentId(use.UserId), use.Since, use.Plate), cancellationToken);
    }
}
