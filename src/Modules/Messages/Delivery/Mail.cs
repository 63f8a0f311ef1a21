using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using MimeKit;
using MimeKit.Text;

namespace Modellstadt.Messages.Delivery;

/// <summary>A message as e-mail: plain text, and the same words as simple HTML without pictures and styles.</summary>
internal static class Mail
{
    /// <summary>The mail. The same message always has the same Message-ID: a mail server that gets it twice can tell.</summary>
    /// <param name="words">What it says.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="sender">The town's mail settings.</param>
    /// <param name="town">The town's name.</param>
    /// <param name="now">The moment of sending.</param>
    public static MimeMessage Of(MailWords words, string address, SmtpOptions sender, string town, DateTimeOffset now)
    {
        var from = new MailboxAddress(town, sender.From!);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.Key)))[..40];
        var body = new MultipartAlternative(new TextPart(TextFormat.Plain) { Text = Plain(words, town, sender) }, new TextPart(TextFormat.Html) { Text = Html(words, town, sender) });
        body.ContentType.Boundary = "part-" + name;
        body.Headers.Add(HeaderId.ContentLanguage, words.Language.Tag());
        var mail = new MimeMessage([from], [new MailboxAddress("", address)], words.Subject, body)
        {
            Date = TownCalendar.OnTownClocks(now),
            MessageId = $"{name}@{from.Domain}",
        };
        if (sender.ReplyTo is { Length: > 0 } replyTo)
            mail.ReplyTo.Add(new MailboxAddress(town, replyTo));
        // Out-of-office programs do not answer it (RFC 3834, section 5).
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    /// <summary>The words as plain text.</summary>
    public static string Plain(MailWords words, string town, SmtpOptions sender)
    {
        var texts = MessagesTexts.For(words.Language);
        IEnumerable<string> link = words.Body.Link is { } target ? [$"{target.Words}:\r\n{target.Address.AbsoluteUri}"] : [];
        return string.Join("\r\n\r\n", [texts.Greeting, .. words.Body.Paragraphs, .. link, texts.Closing(town), AboutAnswers(texts, sender)]) + "\r\n";
    }

    private static string Html(MailWords words, string town, SmtpOptions sender)
    {
        var texts = MessagesTexts.For(words.Language);
        IEnumerable<string> link = words.Body.Link is { } target ? [$"<a href=\"{Encode(target.Address.AbsoluteUri)}\">{Encode(target.Words)}</a>"] : [];
        var paragraphs = ((IEnumerable<string>)[texts.Greeting, .. words.Body.Paragraphs]).Select(Encode).Concat(link).Concat(new[] { texts.Closing(town), AboutAnswers(texts, sender) }.Select(Encode));
        var content = string.Concat(paragraphs.Select(paragraph => $"<p>{paragraph}</p>\n"));
        return $"<!DOCTYPE html>\n<html lang=\"{words.Language.Tag()}\">\n<head><meta charset=\"utf-8\"><title>{Encode(words.Subject)}</title></head>\n<body>\n{content}</body>\n</html>\n";
    }

    private static string AboutAnswers(MessagesTexts texts, SmtpOptions sender) => sender.ReplyTo is { Length: > 0 } ? texts.AnswersAreRead : texts.AnswersAreNotRead;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}

/// <summary>What a mail says.</summary>
/// <param name="Key">Names the message for ever.</param>
/// <param name="Language">Its language.</param>
/// <param name="Subject">Its subject line.</param>
/// <param name="Body">Its words.</param>
internal sealed record MailWords(string Key, Language Language, string Subject, Storage.MessageBody Body);
