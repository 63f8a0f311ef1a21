namespace Modellstadt.Messages.Delivery;

/// <summary>What came of giving a mail to the mail server.</summary>
/// <param name="Reason">Why it was not taken: reply code and enhanced code (RFC 3463), or the kind of fault. Never the server's words: they name the address.</param>
internal abstract record MailAnswer(string? Reason)
{
    /// <summary>The server has taken it.</summary>
    public sealed record Taken() : MailAnswer((string?)null);

    /// <summary>Not now: greylisting, a full mailbox, a broken connection.</summary>
    public sealed record Later(string Why) : MailAnswer(Why);

    /// <summary>Never: the server refuses this mail for good.</summary>
    public sealed record Refused(string Why) : MailAnswer(Why);
}
