using System.Text.Json;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Messages.Storage;

/// <summary>A message that the mailroom has taken.</summary>
internal sealed class Message
{
    /// <summary>Identifier; stands in addresses of the clerk's pages.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>The sender's name for it, unique in the town.</summary>
    public required string Key { get; init; }

    /// <summary>The language that it is written in.</summary>
    public required Language Language { get; init; }

    /// <summary>The subject line; null when the content was deleted.</summary>
    public string? Subject { get; set; }

    /// <summary>The words (<see cref="MessageBody"/>, JSON); null when the content was deleted.</summary>
    public string? Body { get; set; }

    /// <summary>What is printed (<see cref="Messages.Letter"/>, JSON); null when there is nothing to print or the content was deleted.</summary>
    public string? Letter { get; set; }

    /// <summary>Whose message it is, and whose e-mail address it goes to; null on paper to somebody who is in no register.</summary>
    public string? Owner { get; init; }

    /// <summary>True for the mail that asks to confirm an address, the only one that goes to an address not confirmed.</summary>
    public bool AsksToConfirm { get; init; }

    /// <summary>True when it is printed if no e-mail reaches the person.</summary>
    public bool OnPaperOtherwise { get; init; }

    /// <summary>How far it is.</summary>
    public MessageState State { get; set; }

    /// <summary>How often a mail server was asked.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is tried next; null when nothing is to be tried.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>Why no mail server took it: <c>550 5.1.1</c>, <c>timeout</c>; null when none refused.</summary>
    public string? Reason { get; set; }

    /// <summary>When the mailroom took it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was sent, printed, shown or withdrawn; null while something is to be done.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>The batch that it was printed in; null when it was not.</summary>
    public Guid? BatchId { get; set; }

    /// <summary>Deletes what it said; key and state stay.</summary>
    public void Forget() => (Subject, Body, Letter) = (null, null, null);
}

/// <summary>How far a message is.</summary>
internal enum MessageState
{
    /// <summary>Waits until its recipient has confirmed the address.</summary>
    Held,

    /// <summary>Is to be given to the mail server.</summary>
    Waiting,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>A demo town without a mail server shows it to its staff.</summary>
    Shown,

    /// <summary>Stands in the print queue.</summary>
    ToPrint,

    /// <summary>Was printed.</summary>
    Printed,

    /// <summary>No way led to the person; a clerk decides.</summary>
    NeedsClerk,

    /// <summary>Its recipient is no longer to get it.</summary>
    Withdrawn,
}

/// <summary>The words of a message.</summary>
internal sealed record MessageBody(IReadOnlyList<string> Paragraphs, MessageLink? Link)
{
    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static MessageBody Read(string json) => JsonSerializer.Deserialize<MessageBody>(json)!;

    /// <summary>The words as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}
