namespace Modellstadt.Testing.Faults;

/// <summary>Repeats a step for as long as the town is cut off in the middle of it.</summary>
internal static class Persistence
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>True when the line broke: the town may have done the step, or not.</summary>
    public static bool IsCut(Exception failure) => failure is HttpRequestException { StatusCode: null } or HttpIOException or TaskCanceledException;

    /// <summary>The step's answer, from whichever process gives it.</summary>
    public static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> step)
    {
        while (true)
        {
            try
            {
                return await step();
            }
            catch (Exception cut) when (IsCut(cut))
            {
                await Task.Delay(Pause);
            }
        }
    }
}
