using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Office.Search;

/// <summary>A "no" to a clerk who looks for a person.</summary>
/// <param name="Name">Last part of the problem type <c>urn:modellstadt:parking:{name}</c>.</param>
/// <param name="StatusCode">HTTP status of the problem document.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record SearchRefusal(string Name, int StatusCode, Func<SearchTexts, RefusalText> Words)
    : SpokenRefusal<SearchTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>Name, purpose, or both birth date and address are missing.</summary>
internal sealed record PersonQuestionIncomplete() : SearchRefusal("person-question-incomplete", 422, texts => texts.Incomplete);

/// <summary>This clerk has asked too often within the hour.</summary>
internal sealed record TooManyPersonQuestions(int Most) : SearchRefusal("too-many-person-questions", 429, texts => texts.TooManyQuestions(Most));

/// <summary>More persons fit than an answer may have.</summary>
internal sealed record TooManyPersons(int Most) : SearchRefusal("too-many-persons", 422, texts => texts.TooManyFit(Most));

/// <summary>The register does not answer: who is blocked there cannot be known.</summary>
internal sealed record RegisterSilentToSearch() : SearchRefusal("register-silent-to-search", 503, texts => texts.RegisterSilent);
