// RFC 5321 §4.2.1 (reply codes by severity), RFC 3463 §2 (enhanced status codes).
using System.Globalization;
using System.Text.RegularExpressions;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Modellstadt.Messages.Delivery;

/// <summary>Understands what a mail server answers, and what breaks on the way to it.</summary>
internal static partial class SmtpReplies
{
    /// <summary>What a failure means for the mail.</summary>
    public static MailAnswer Of(Exception failure) => failure switch
    {
        SmtpCommandException { StatusCode: var code } refused when (int)code >= 500 => new MailAnswer.Refused(Codes(refused)),
        SmtpCommandException later => new MailAnswer.Later(Codes(later)),
        TimeoutException => new MailAnswer.Later("timeout"),
        AuthenticationException => new MailAnswer.Later("sign-in"),
        SslHandshakeException => new MailAnswer.Later("tls"),
        NotSupportedException => new MailAnswer.Later("no-starttls"),
        _ => new MailAnswer.Later("connection"),
    };

    private static string Codes(SmtpCommandException failure)
    {
        var code = ((int)failure.StatusCode).ToString(CultureInfo.InvariantCulture);
        return EnhancedCode().Match(failure.Message) is { Success: true, Value: var enhanced } ? $"{code} {enhanced}" : code;
    }

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}(?= |$)")]
    private static partial Regex EnhancedCode();
}
