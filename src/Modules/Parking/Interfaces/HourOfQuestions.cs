namespace Modellstadt.Parking.Interfaces;

/// <summary>
/// Which plates a client asked about within one hour, as keyed digests in memory. Each counts once: whoever asks again and again about a
/// plate that the town knows hides no guesses among the answers.
/// </summary>
/// <param name="hour">Hours since 1970.</param>
internal sealed class HourOfQuestions(long hour)
{
    private readonly HashSet<ulong> known = [];
    private readonly HashSet<ulong> unknown = [];

    /// <summary>Hours since 1970.</summary>
    public long Hour => hour;

    /// <summary>Counts questions; how many plates were asked about, and how many of them the town does not know.</summary>
    public (int Asked, int Unknown) Count(IEnumerable<(ulong Plate, bool IsUnknown)> questions)
    {
        lock (known)
        {
            foreach (var (plate, isUnknown) in questions)
                (isUnknown ? unknown : known).Add(plate);
            return (known.Count + unknown.Count, unknown.Count);
        }
    }
}
