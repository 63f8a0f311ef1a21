using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Modellstadt.Messages;

/// <summary>Configuration section <c>Messages</c>.</summary>
public sealed class MessagesOptions
{
    /// <summary>How long the content of a message is kept after it was sent or printed, days. Default: 90.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 90;

    /// <summary>How long the link that confirms an e-mail address counts, days. Default: 3.</summary>
    [Range(1, 30)]
    public int ConfirmationDays { get; set; } = 3;

    /// <summary>How long a mail server is asked again before the message takes another way, days (RFC 5321, section 4.5.4.1). Default: 5.</summary>
    [Range(1, 30)]
    public int RetryDays { get; set; } = 5;

    /// <summary>How the town's mail server is reached.</summary>
    [Required, ValidateObjectMembers]
    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>The town's mail server. Configuration section <c>Messages:Smtp</c>.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    /// <summary>Name of the server. Default: none; no e-mail is sent.</summary>
    public string? Host { get; set; }

    /// <summary>Its port. Default: 587.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected. Default: StartTls.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>PEM file of the authority that certifies the server. Default: none; the machine's own authorities count.</summary>
    public string? Authority { get; set; }

    /// <summary>Name to sign in with. Default: none; the server is used without signing in.</summary>
    public string? User { get; set; }

    /// <summary>Password to sign in with. Default: none.</summary>
    public string? Password { get; set; }

    /// <summary>Address that the messages come from. Default: none; needed with a server.</summary>
    [EmailAddress]
    public string? From { get; set; }

    /// <summary>Address that answers go to. Default: none; messages say that nobody reads answers.</summary>
    [EmailAddress]
    public string? ReplyTo { get; set; }

    /// <summary>How long the server may take for each step, seconds. Default: 30.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>True when there is a server.</summary>
    public bool IsConfigured => Host is { Length: > 0 };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfigured)
            yield break;
        if (string.IsNullOrEmpty(From))
            yield return new ValidationResult("Messages:Smtp:From is missing: a mail needs an address it comes from.");
        if (Security is SmtpSecurity.None && User is not null)
            yield return new ValidationResult("Messages:Smtp: a password never travels without TLS; choose StartTls or Tls, or leave out User.");
        if (Authority is { } file && !File.Exists(file))
            yield return new ValidationResult($"Messages:Smtp:Authority: there is no file {file}.");
    }
}

/// <summary>How the connection to a mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Begins in the clear and goes on with TLS; without TLS nothing is sent (RFC 3207).</summary>
    StartTls,

    /// <summary>TLS from the first byte, usually on port 465 (RFC 8314).</summary>
    Tls,

    /// <summary>No TLS: for a relay on the same machine.</summary>
    None,
}
