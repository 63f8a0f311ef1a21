namespace Modellstadt.Parking.Interfaces;

/// <summary>
/// When questions look like guessing. Whoever guesses plates meets hardly any that the town knows: of all plates that a district can
/// have, fewer than one in a hundred holds a permit. A provider's own customers in a residents' zone are known far more often.
/// </summary>
internal static class GuessingRule
{
    /// <summary>Fewer plates within an hour prove nothing.</summary>
    public const int FewestQuestions = 200;

    /// <summary>So many of a hundred may be unknown.</summary>
    public const int MostUnknownOfHundred = 90;

    /// <summary>So long a client that guessed hears nothing more.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>True when questions about so many different plates within an hour look like guessing.</summary>
    public static bool IsGuessing(int asked, int unknown) => asked >= FewestQuestions && (long)unknown * 100 > (long)asked * MostUnknownOfHundred;
}
