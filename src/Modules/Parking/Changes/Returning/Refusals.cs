using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes.Returning;

/// <summary>A permit was returned, and the town has not said what comes back of its fee.</summary>
internal sealed record RefundOpen() : OfficeDecides("refund-open", texts => RefundTexts.For(texts.Language).RefundOpen);
