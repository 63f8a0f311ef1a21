using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Rules.Forms;

/// <summary>A "no" to a form of a rule book.</summary>
/// <param name="Name">Last part of the problem type <c>urn:modellstadt:parking:{name}</c>.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record FormRefusal(string Name, Func<FormTexts, RefusalText> Words) : SpokenRefusal<FormTexts>($"urn:modellstadt:parking:{Name}", 422, Words);

/// <summary>The identifier of a fee belongs to another one.</summary>
internal sealed record FeeIdentifierUnusable() : FormRefusal("fee-identifier-unusable", texts => texts.FeeIdentifierUnusable);

/// <summary>Fields of a fee are not right.</summary>
internal sealed record FeeUnusable(IReadOnlyList<string> Fields) : FormRefusal("fee-unusable", texts => texts.FeeUnusable(Fields.Count));

/// <summary>The text is no fee.</summary>
internal sealed record FeeUnreadable() : FormRefusal("fee-unreadable", texts => texts.FeeUnreadable);
