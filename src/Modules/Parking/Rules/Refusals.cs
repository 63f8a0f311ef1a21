using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Rules;

/// <summary>A "no" about rule books.</summary>
/// <param name="Name">Last part of the problem type <c>urn:modellstadt:parking:{name}</c>.</param>
/// <param name="StatusCode">HTTP status of the problem document.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record RuleBookRefusal(string Name, int StatusCode, Func<RuleTexts, RefusalText> Words)
    : SpokenRefusal<RuleTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>No version of that number.</summary>
internal sealed record RuleBookNotFound(int Number) : RuleBookRefusal("rule-book-not-found", 404, texts => texts.RuleBookNotFound(Number));

/// <summary>More bytes than a book may have.</summary>
internal sealed record RuleBookTooLarge(int Mebibytes) : RuleBookRefusal("rule-book-too-large", 413, texts => texts.RuleBookTooLarge(Mebibytes));

/// <summary>Not the JSON of a book.</summary>
/// <param name="Place">Where in the document, as a path.</param>
/// <param name="Line">Line of the text, from 1.</param>
internal sealed record RuleBookUnreadable(string Place, long Line) : RuleBookRefusal("rule-book-unreadable", 422, texts => texts.RuleBookUnreadable(Place, Line));

/// <summary>The book of another town.</summary>
internal sealed record RuleBookOfAnotherTown(string Given, string Ours) : RuleBookRefusal("rule-book-of-another-town", 422, texts => texts.RuleBookOfAnotherTown(Given, Ours));

/// <summary>Nobody said why.</summary>
internal sealed record RuleBookNeedsReason() : RuleBookRefusal("rule-book-needs-reason", 422, texts => texts.RuleBookNeedsReason);

/// <summary>What was put in force changes no more.</summary>
internal sealed record RuleBookInForce(int Number) : RuleBookRefusal("rule-book-in-force", 409, texts => texts.RuleBookInForce(Number));

/// <summary>Somebody changed the draft meanwhile.</summary>
internal sealed record RuleBookChanged(int Number) : RuleBookRefusal("rule-book-changed", 409, texts => texts.RuleBookChanged(Number));

/// <summary>Whoever wrote it does not put it in force.</summary>
internal sealed record RuleBookNeedsSecondPerson() : RuleBookRefusal("rule-book-needs-second-person", 403, texts => texts.RuleBookNeedsSecondPerson);

/// <summary>Not a coming day, or one too far away.</summary>
internal sealed record RuleBookDayUnusable(DateOnly First, DateOnly Last) : RuleBookRefusal("rule-book-day-unusable", 422, texts => texts.RuleBookDayUnusable(First, Last));

/// <summary>Another version begins on that day.</summary>
internal sealed record RuleBookDayTaken(DateOnly Day) : RuleBookRefusal("rule-book-day-taken", 409, texts => texts.RuleBookDayTaken(Day));

/// <summary>What was found in the book keeps it from being put in force.</summary>
internal sealed record RuleBookHasErrors(int Count) : RuleBookRefusal("rule-book-has-errors", 422, texts => texts.RuleBookHasErrors(Count));

/// <summary>Nobody said where the new values come from.</summary>
internal sealed record RuleValueNeedsSource() : RuleBookRefusal("rule-value-needs-source", 422, texts => texts.RuleValueNeedsSource);

/// <summary>A zone without letter or name.</summary>
internal sealed record ZoneNeedsName() : RuleBookRefusal("zone-needs-name", 422, texts => texts.ZoneNeedsName);

/// <summary>The area of a zone cannot be read, is not closed or crosses itself.</summary>
internal sealed record ZoneAreaUnusable() : RuleBookRefusal("zone-area-unusable", 422, texts => texts.ZoneAreaUnusable);

/// <summary>A line that is no street.</summary>
internal sealed record ZoneStreetUnusable(string Line) : RuleBookRefusal("zone-street-unusable", 422, texts => texts.ZoneStreetUnusable(Line));

/// <summary>Texts that are no values of their rules.</summary>
/// <param name="Rule">The first of the fields.</param>
/// <param name="Written">What stands in it.</param>
/// <param name="Fields">All of them, in the order of the form.</param>
internal sealed record RuleValueUnusable(string Rule, string Written, IReadOnlyList<string> Fields)
    : RuleBookRefusal("rule-value-unusable", 422, texts => texts.RuleValueUnusable(texts.RuleName(Rule), Written, Fields.Count - 1));
