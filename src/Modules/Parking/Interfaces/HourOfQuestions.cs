namespace Modellstadt.Parking.Interfaces;

/// <summary>What a client asked within one hour.</summary>
/// <param name="Hour">Hours since 1970.</param>
/// <param name="Asked">Questions.</param>
/// <param name="Unknown">Those about plates that the town does not know.</param>
internal sealed record HourOfQuestions(long Hour, int Asked, int Unknown)
{
    /// <summary>With further questions; a new hour begins with nothing.</summary>
    public HourOfQuestions With(long hour, int asked, int unknown) => hour == Hour ? new(hour, Asked + asked, Unknown + unknown) : new(hour, asked, unknown);
}
