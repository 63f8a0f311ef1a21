using Modellstadt.Kernel.Texts;
using Modellstadt.Messages.Tests.Letters;

namespace Modellstadt.Messages.Tests;

/// <summary>Messages to send.</summary>
internal static class SampleDrafts
{
    public const string Owner = "resident/4711";

    public static MessageDraft ByEmail(string key = "decision/1") => new()
    {
        Key = key,
        Recipient = new EmailRecipient(Owner),
        Language = Language.German,
        Subject = "Ihr Bewohnerparkausweis ist da",
        Paragraphs = ["Die Stadt hat entschieden.", "Grün & <frei>."],
        Link = new MessageLink("Bescheid ansehen", new Uri("https://town.example/permit/mine")),
    };

    public static MessageDraft OnPaper(string key = "decision/1") => ByEmail(key) with { Recipient = new PostalRecipient(), Letter = SampleLetters.Decision };
}
