using System.Globalization;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Interfaces;

/// <summary>No questions, or too many in one call.</summary>
internal sealed record QuestionsUnusable() : SpokenRefusal<InterfaceTexts>("urn:modellstadt:parking:questions-unusable", 422, texts => texts.QuestionsUnusable);

/// <summary>The part of a list that is asked for does not exist.</summary>
internal sealed record ListingUnusable() : SpokenRefusal<InterfaceTexts>("urn:modellstadt:parking:listing-unusable", 422, texts => texts.ListingUnusable);

/// <summary>Address or events of a subscription cannot be taken.</summary>
internal sealed record SubscriptionUnusable() : SpokenRefusal<InterfaceTexts>("urn:modellstadt:parking:subscription-unusable", 422, texts => texts.SubscriptionUnusable);

/// <summary>The client has as many subscriptions as it may.</summary>
internal sealed record TooManySubscriptions() : SpokenRefusal<InterfaceTexts>("urn:modellstadt:parking:too-many-subscriptions", 409, texts => texts.TooManySubscriptions);

/// <summary>The client has no such subscription.</summary>
internal sealed record SubscriptionUnknown() : SpokenRefusal<InterfaceTexts>("urn:modellstadt:parking:subscription-unknown", 404, texts => texts.SubscriptionUnknown);

/// <summary>No such case waits: it was taken, or forgotten after its day.</summary>
internal sealed record CaseUnknown() : SpokenRefusal<InterfaceTexts>("urn:modellstadt:parking:case-unknown", 404, texts => texts.CaseUnknown);

/// <summary>The client asks faster than it may.</summary>
internal sealed record TooManyQuestions() : SpokenRefusal<InterfaceTexts>("urn:modellstadt:parking:too-many-questions", 429, texts => texts.TooManyQuestions);

/// <summary>The client's questions looked like guessing.</summary>
/// <param name="Rest">How long it goes on.</param>
internal sealed record ClientPaused(TimeSpan Rest) : SpokenRefusal<InterfaceTexts>("urn:modellstadt:parking:client-paused", 429, texts => texts.ClientPaused)
{
    /// <summary>For the header Retry-After.</summary>
    public string Seconds => Math.Ceiling(Rest.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
