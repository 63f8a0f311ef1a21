using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages.Storage;

namespace Modellstadt.Messages.Privacy;

/// <summary>
/// What was written to a person, as long as its words are kept. The address of a link stays out: it may open something without a
/// sign-in, and the copy is also made for a clerk.
/// </summary>
internal sealed class KeptMessages(IDbContextFactory<MessagesDb> databases, IOptions<TownOptions> town) : IPersonalRecords
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<PersonalRecord>> OfAsync(string residentId, CancellationToken cancellationToken)
    {
        var (ags, owner) = (town.Value.Ags, Recipient.OwnerOf(residentId));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var messages = await database.Messages.AsNoTracking().Where(message => message.Ags == ags && message.Owner == owner && message.Body != null).ToListAsync(cancellationToken);
        return [.. messages.Select(Of)];
    }

    private static PersonalRecord Of(Message message) => new("message", new("Nachricht an Sie", "Message to you"), message.CreatedAt,
    [
        new("state", new("Stand", "State"), message.State.ToString()),
        .. PersonalFact.Unless("subject", new("Betreff", "Subject"), message.Subject),
        .. MessageBody.Read(message.Body!).Paragraphs.Select(words => new PersonalFact("text", new("Text", "Text"), words)),
        .. message.Letter is { } letter ? Of(JsonSerializer.Deserialize<Letter>(letter)!) : [],
    ]);

    private static IEnumerable<PersonalFact> Of(Letter letter) =>
    [
        .. PersonalFact.Unless("letter_to", new("Brief an", "Letter to"), letter.Addressee is { } addressee ? string.Join(", ", addressee.Lines) : null),
        new("letter_title", new("Betreff des Briefes", "Subject of the letter"), letter.Title),
        .. letter.Blocks.SelectMany(WordsOf).Select(words => new PersonalFact("letter_text", new("Text des Briefes", "Text of the letter"), words)),
    ];

    private static IEnumerable<string> WordsOf(LetterBlock block) => block switch
    {
        LetterParagraph paragraph => [paragraph.Text],
        LetterHeading heading => [heading.Text],
        LetterTable table => table.Rows.Select(row => $"{row.Label}: {row.Value}"),
        LetterList list => list.Items,
        LetterRemedy remedy => [remedy.Heading, .. remedy.Paragraphs],
        LetterQrCode code => [code.Label],
        _ => throw new InvalidOperationException($"{block.GetType().Name} is no part of a letter."),
    };
}
