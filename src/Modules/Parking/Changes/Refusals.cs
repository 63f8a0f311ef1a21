using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Changes;

/// <summary>A "no" to the holder of a permit.</summary>
internal abstract record HolderRefusal(string Name, int StatusCode, Func<HolderTexts, RefusalText> Words)
    : SpokenRefusal<HolderTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>The permit is suspended.</summary>
internal sealed record PermitIsSuspended() : HolderRefusal("permit-suspended", 422, texts => texts.PermitIsSuspended);

/// <summary>The permit is over: what is asked for needs a new one.</summary>
internal sealed record PermitHasEnded(DateOnly Until) : HolderRefusal("permit-ended", 422, texts => texts.PermitHasEnded(Until));

/// <summary>It is too early for a renewal.</summary>
internal sealed record RenewalTooEarly(DateOnly From, DateOnly Until) : HolderRefusal("renewal-too-early", 422, texts => texts.RenewalTooEarly(From, Until));

/// <summary>The home lies in another zone than that of the permit.</summary>
internal sealed record OtherZoneNow(string OldZone, string NewZone) : HolderRefusal("other-zone-now", 422, texts => texts.OtherZoneNow(OldZone, NewZone));

/// <summary>The home lies in the zone of the permit.</summary>
internal sealed record SameZone(string Zone) : HolderRefusal("same-zone", 422, texts => texts.SameZone(Zone));

/// <summary>A vehicle on the permit is no longer registered to the holder.</summary>
internal sealed record PlateGone(string Plate) : HolderRefusal("plate-gone", 422, texts => texts.PlateGone(Plate));

/// <summary>The chosen plates are those on the permit.</summary>
internal sealed record SamePlates() : HolderRefusal("same-plates", 422, texts => texts.SamePlates);

/// <summary>The town lets no other vehicle stand in.</summary>
internal sealed record NoTemporaryPlates() : HolderRefusal("no-temporary-plates", 422, texts => texts.NoTemporaryPlates);

/// <summary>The text is no German plate, or can mean several.</summary>
internal sealed record TemporaryPlateUnreadable() : HolderRefusal("temporary-plate-unreadable", 422, texts => texts.TemporaryPlateUnreadable);

/// <summary>The days lie before today or behind the end of the permit.</summary>
internal sealed record TemporaryDaysUnfit(DateOnly First, DateOnly Last) : HolderRefusal("temporary-days-unfit", 422, texts => texts.TemporaryDaysUnfit(First, Last));

/// <summary>Another plate stands in on one of these days.</summary>
internal sealed record TemporaryPlateTaken() : HolderRefusal("temporary-plate-taken", 422, texts => texts.TemporaryPlateTaken);

/// <summary>More days than are left in the year.</summary>
internal sealed record TooManyTemporaryDays(int Year, int Left) : HolderRefusal("too-many-temporary-days", 422, texts => texts.TooManyTemporaryDays(Year, Left));

/// <summary>Price, end or zone are no longer what the holder saw.</summary>
internal sealed record ChangeIsAnother() : HolderRefusal("change-is-another", 409, texts => texts.ChangeIsAnother);

/// <summary>The text is no account number that a refund can go to.</summary>
internal sealed record RefundAccountUnreadable() : HolderRefusal("refund-account-unreadable", 422, texts => texts.RefundAccountUnreadable);

/// <summary>No such change, or it belongs to somebody else.</summary>
internal sealed record ChangeNotFound() : HolderRefusal("change-not-found", 404, texts => texts.ChangeNotFound);

/// <summary>A link of a reminder that leads nowhere.</summary>
internal sealed record RenewalLinkUnknown() : HolderRefusal("renewal-link-unknown", 404, texts => texts.RenewalLinkUnknown);

/// <summary>The permit has another end than the link reminds of, or is over.</summary>
internal sealed record RenewalLinkOver(DateOnly Until) : HolderRefusal("renewal-link-over", 410, texts => texts.RenewalLinkOver(Until));
