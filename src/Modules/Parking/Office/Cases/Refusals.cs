using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Changes.Returning;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>A "no" to a clerk who works on a case.</summary>
/// <param name="Name">Last part of the problem type <c>urn:modellstadt:parking:{name}</c>.</param>
/// <param name="StatusCode">HTTP status of the problem document.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record CaseRefusal(string Name, int StatusCode, Func<CaseTexts, RefusalText> Words)
    : SpokenRefusal<CaseTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>No such application in this town.</summary>
internal sealed record CaseNotFound() : CaseRefusal("case-not-found", 404, texts => texts.CaseNotFound);

/// <summary>Another clerk has it.</summary>
internal sealed record CaseTaken() : CaseRefusal("case-taken", 409, texts => texts.CaseTaken);

/// <summary>Somebody decided it, or changed it in the same moment.</summary>
internal sealed record CaseMovedOn() : CaseRefusal("case-moved-on", 409, texts => texts.CaseMovedOn);

/// <summary>A text is missing or too long.</summary>
internal sealed record CaseNeedsWords() : CaseRefusal("case-needs-words", 422, texts => texts.CaseNeedsWords);

/// <summary>Not one of the possible decisions: no such zone, no amount, no term.</summary>
internal sealed record FindingUnusable() : CaseRefusal("finding-unusable", 422, texts => texts.FindingUnusable);

/// <summary>The refund is no amount, or higher than the fees.</summary>
internal sealed record RefundUnusable() : CaseRefusal("refund-unusable", 422, texts => RefundTexts.For(texts.Language).RefundUnusable);

/// <summary>A register does not answer: what a decision rests on cannot be kept.</summary>
internal sealed record CaseNeedsRegister() : CaseRefusal("case-needs-register", 503, texts => texts.CaseNeedsRegister);
