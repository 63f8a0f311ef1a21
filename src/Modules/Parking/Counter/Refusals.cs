using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Counter;

/// <summary>A "no" at the counter or to a slip.</summary>
/// <param name="Name">Last part of the problem type <c>urn:modellstadt:parking:{name}</c>.</param>
/// <param name="StatusCode">HTTP status of the problem document.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record CounterRefusal(string Name, int StatusCode, Func<CounterTexts, RefusalText> Words)
    : SpokenRefusal<CounterTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>Name, birth date or purpose are missing.</summary>
internal sealed record SearchIncomplete() : CounterRefusal("search-incomplete", 422, texts => texts.SearchIncomplete);

/// <summary>The clerk has not seen the identity document.</summary>
internal sealed record DocumentNotSeen() : CounterRefusal("document-not-seen", 422, texts => texts.DocumentNotSeen);

/// <summary>The resident register does not answer.</summary>
internal sealed record RegisterSilent() : CounterRefusal("register-silent", 503, texts => texts.RegisterSilent);

/// <summary>A slip whose seal is broken, foreign or made up.</summary>
internal sealed record SealBroken() : CounterRefusal("seal-broken", 422, texts => texts.SealBroken);

/// <summary>No application that was taken at the counter.</summary>
internal sealed record NoCounterApplication() : CounterRefusal("no-counter-application", 404, texts => texts.NoCounterApplication);
