using Modellstadt.Kernel.Texts;
using Modellstadt.Messages;

namespace Modellstadt.Parking.Letters;

/// <summary>The message about news, from facts alone.</summary>
internal static class NewsMessage
{
    /// <summary>The draft.</summary>
    /// <param name="key">Names it for ever.</param>
    /// <param name="facts">What it is about.</param>
    /// <param name="recipient">Who gets it.</param>
    /// <param name="language">Its language.</param>
    /// <param name="letter">What goes on paper; null when nothing does.</param>
    public static MessageDraft Of(string key, NewsFacts facts, Recipient recipient, Language language, Letter? letter)
    {
        var texts = NewsTexts.For(language);
        return new MessageDraft
        {
            Key = key,
            Recipient = recipient,
            Language = language,
            Subject = texts.SubjectOf(facts.Kind),
            Paragraphs = [texts.WordsOf(facts.Kind, facts.PermitNumber ?? "–", facts.ValidUntil?.ToString("d", language.Culture()) ?? "–")],
            Link = new MessageLink(texts.LinkOf(facts.Kind), facts.Link),
            Letter = letter,
        };
    }

    /// <summary>True for decisions that a person must get in writing (VwVfG NRW § 41).</summary>
    public static bool IsDecision(NewsKind kind) => kind is NewsKind.Granted or NewsKind.ProvisionallyGranted or NewsKind.Refused or NewsKind.Renewed or NewsKind.Changed or NewsKind.RefundDecided;
}

/// <summary>What a message is about.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="PermitNumber">The permit; null when there is none.</param>
/// <param name="ValidUntil">Its last day; null when there is none.</param>
/// <param name="Link">Where it goes on.</param>
internal sealed record NewsFacts(NewsKind Kind, string? PermitNumber, DateOnly? ValidUntil, Uri Link);
