using Modellstadt.Kernel.Texts;

namespace Modellstadt.Messages;

/// <summary>A message that another module wants a person to have.</summary>
public sealed record MessageDraft
{
    /// <summary>Names the message for ever: a second draft with the same key is the same message. At most 200 characters.</summary>
    public required string Key { get; init; }

    /// <summary>Who gets it, and on which way.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>The language that it is written in.</summary>
    public required Language Language { get; init; }

    /// <summary>The subject line: one line, at most 120 characters, nothing about the person. Subjects stand on locked screens and in log files of mail servers.</summary>
    public required string Subject { get; init; }

    /// <summary>What it says; each without line breaks.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>Where to go on; null when nothing is to be done.</summary>
    public MessageLink? Link { get; init; }

    /// <summary>What is printed when it goes on paper; null when it never does.</summary>
    public Letter? Letter { get; init; }
}

/// <summary>A link below the words of a message.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Address">An absolute address of the portal.</param>
public sealed record MessageLink(string Words, Uri Address);

/// <summary>Who gets a message.</summary>
public abstract record Recipient
{
    /// <summary>The owner who is a person of the resident register: what is kept under it stands in their copy (Art. 15 GDPR).</summary>
    public static string OwnerOf(string residentId) => $"resident/{residentId}";
}

/// <summary>By e-mail to the address that <see cref="EmailAddresses"/> keeps for an owner, as soon as it is confirmed.</summary>
/// <param name="Owner">Whose address: <c>resident/…</c>.</param>
/// <param name="OnPaperOtherwise">True when the draft's letter is printed if no e-mail reaches the person; false when a clerk is told.</param>
public sealed record EmailRecipient(string Owner, bool OnPaperOtherwise = false) : Recipient;

/// <summary>On paper, to the addressee of the draft's letter.</summary>
/// <param name="Owner">Whose letter it is: <c>resident/…</c>; null when nobody in the registers is meant.</param>
public sealed record PostalRecipient(string? Owner = null) : Recipient;
