using Modellstadt.Messages;

namespace Modellstadt.Parking.Letters;

/// <summary>What letters say about what can be done against them (Rechtsbehelfsbelehrung).</summary>
internal static class RemedyBlock
{
    /// <summary>The block.</summary>
    /// <param name="remedy">What can be done.</param>
    /// <param name="sender">The office.</param>
    /// <param name="texts">The words.</param>
    public static LetterBlock Of(Remedy remedy, LetterSender sender, LetterTexts texts)
    {
        var office = string.Join(", ", sender.Address.Lines);
        return remedy switch
        {
            Remedy.Action(var court, var seat) => new LetterRemedy(texts.RemedyHeading, [texts.Action(court, seat)]),
            Remedy.Objection => new LetterRemedy(texts.RemedyHeading, [texts.Objection(office)]),
            _ => new LetterRemedy(texts.RemedyUnknownHeading, [texts.RemedyUnknown(office)]),
        };
    }
}
