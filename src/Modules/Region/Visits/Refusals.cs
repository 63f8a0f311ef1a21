using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Visits;

/// <summary>The code never was one, or its visit is over: both read the same, so that codes tell nothing.</summary>
internal sealed record NoSuchVisit() : SpokenRefusal<VisitTexts>("urn:modellstadt:region:no-such-visit", 404, texts => texts.NoSuchVisit);

internal sealed record VisitFull(int Places) : SpokenRefusal<VisitTexts>("urn:modellstadt:region:visit-full", 409, texts => texts.VisitFull(Places));

/// <summary>No guest, or the guest of another browser.</summary>
internal sealed record NoSuchGuest() : SpokenRefusal<VisitTexts>("urn:modellstadt:region:no-such-guest", 404, texts => texts.NoSuchGuest);

internal sealed record CardOfAnotherGuest() : SpokenRefusal<VisitTexts>("urn:modellstadt:region:card-of-another-guest", 403, texts => texts.CardOfAnotherGuest);

internal sealed record VisitUnreadable() : SpokenRefusal<VisitTexts>("urn:modellstadt:region:visit-unreadable", 422, texts => texts.VisitUnreadable);

internal sealed record NoSuchScreen() : SpokenRefusal<VisitTexts>("urn:modellstadt:region:no-such-screen", 404, texts => texts.NoSuchScreen);
