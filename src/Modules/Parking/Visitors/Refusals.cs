using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Visitors;

/// <summary>A "no" about visitor tickets.</summary>
internal abstract record VisitorRefusal(string Name, int StatusCode, Func<VisitorTexts, RefusalText> Words)
    : SpokenRefusal<VisitorTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words)
{
    /// <summary>Those that a form can lead to, by the name in the address of the page that shows them.</summary>
    public static IReadOnlyDictionary<string, VisitorRefusal> OfForms { get; } = new VisitorRefusal[]
    {
        new NoTicketsHere(), new NoTicketLeft(), new VisitorPlateUnclear(), new TicketGone(), new VisitUsed(), new VisitOver(),
    }.ToDictionary(refusal => refusal.Name);
}

/// <summary>No permit that gives such tickets, or no session.</summary>
internal sealed record NoTicketsHere() : VisitorRefusal("no-visitor-tickets", 409, texts => texts.NoTicketsHere);

/// <summary>All tickets of the year are given.</summary>
internal sealed record NoTicketLeft() : VisitorRefusal("no-visitor-ticket-left", 409, texts => texts.NoTicketLeft);

/// <summary>No German plate, or one that can be read in several ways.</summary>
internal sealed record VisitorPlateUnclear() : VisitorRefusal("visitor-plate-unclear", 422, texts => texts.VisitorPlateUnclear);

/// <summary>The holder has no such ticket, or it is over.</summary>
internal sealed record TicketGone() : VisitorRefusal("visitor-ticket-gone", 404, texts => texts.TicketGone);

/// <summary>The link was used.</summary>
internal sealed record VisitUsed() : VisitorRefusal("visit-used", 409, texts => texts.VisitUsed);

/// <summary>The link's time, or the permit behind it, is over.</summary>
internal sealed record VisitOver() : VisitorRefusal("visit-over", 410, texts => texts.VisitOver);

/// <summary>Nobody made this link, or its ticket was taken back.</summary>
internal sealed record VisitUnknown() : VisitorRefusal("visit-unknown", 404, texts => texts.VisitUnknown);
