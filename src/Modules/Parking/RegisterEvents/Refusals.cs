using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>The holder has moved within the town, and the permit does not fit the new home by itself.</summary>
internal sealed record MovedElsewhere() : OfficeDecides("moved-elsewhere", texts => texts.MovedElsewhere);

/// <summary>What a permit rests on is gone: nothing about it is changed, it ends.</summary>
internal sealed record PermitLapses() : PermitRefusal("permit-lapses", texts => texts.PermitLapses);
