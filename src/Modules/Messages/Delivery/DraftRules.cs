namespace Modellstadt.Messages.Delivery;

/// <summary>What a draft must be. A line break in a subject would begin a header of its own.</summary>
internal static class DraftRules
{
    private const int LongestKey = 200;
    private const int LongestSubject = 120;

    /// <summary>Lets a draft pass.</summary>
    /// <exception cref="ArgumentException">It breaks one of the rules.</exception>
    public static void Check(MessageDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (Broken(draft) is { } rule)
            throw new ArgumentException(rule, nameof(draft));
    }

    private static string? Broken(MessageDraft draft) => draft switch
    {
        { Key.Length: 0 or > LongestKey } => $"The key of a message has 1 to {LongestKey} characters.",
        { Subject.Length: 0 or > LongestSubject } => $"A subject has 1 to {LongestSubject} characters.",
        _ when draft.Subject.Any(char.IsControl) => "A subject is one line.",
        { Paragraphs.Count: 0 } => "A message says something.",
        { Link.Address.IsAbsoluteUri: false } => "A link in a message is absolute.",
        { Recipient: EmailRecipient { Owner.Length: 0 } } => "An e-mail address has an owner.",
        { Recipient: PostalRecipient, Letter: null } or { Recipient: EmailRecipient { OnPaperOtherwise: true }, Letter: null } => "What goes on paper needs a letter.",
        { Recipient: not EmailRecipient, Letter.Addressee: null } or { Recipient: EmailRecipient { OnPaperOtherwise: true }, Letter.Addressee: null } => "A letter by post needs an address.",
        _ => null,
    };
}
