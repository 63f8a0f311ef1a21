using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>The holder has moved within the town, and the permit does not fit the new home by itself.</summary>
internal sealed record MovedElsewhere() : OfficeDecides("moved-elsewhere", texts => texts.MovedElsewhere);

/// <summary>What a permit rests on is gone: nothing about it is changed, it ends.</summary>
internal sealed record PermitLapses() : PermitRefusal("permit-lapses", texts => texts.PermitLapses);

/// <summary>What a register told has a consequence, and the town states no basis on which a program may carry it out alone (VwVfG NRW § 35a).</summary>
internal sealed record EventAwaitsRelease() : OfficeDecides("event-awaits-release", texts => EventTexts.For(texts.Language).EventAwaitsRelease);

/// <summary>A vehicle of the permit is gone, and the town has not laid down whether the permit ends with it.</summary>
internal sealed record VehicleLeft() : OfficeDecides("vehicle-left", texts => EventTexts.For(texts.Language).VehicleLeft);

/// <summary>A clerk leaves a permit as it is, whatever a register told.</summary>
/// <param name="Reason">Why, in the clerk's words.</param>
internal sealed record EventSetAside(string Reason) : PermitRefusal("event-set-aside", texts => EventTexts.For(texts.Language).EventSetAside(Reason));
