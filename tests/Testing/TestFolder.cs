using Microsoft.Data.Sqlite;

namespace Modellstadt.Testing;

/// <summary>
/// The one way in which tests throw their folders away. A server that just ended may still write the last page of a database
/// (<c>-wal</c>, <c>-shm</c>), so it is tried for a second.
/// </summary>
public static class TestFolder
{
    private const int Attempts = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Removes a folder and all that is in it. What cannot be removed fails no test, for it says nothing about the product's behaviour;
    /// it is a warning of the test and a line on the error output, with the reason.
    /// </summary>
    public static void Remove(string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            SqliteConnection.ClearAllPools();
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && attempt == Attempts)
            {
                Report($"{folder} could not be removed in {attempt} attempts: {failure.Message}");
                return;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    private static void Report(string left)
    {
        Console.Error.WriteLine(left);
        if (TestContext.Current.Test is not null)
            TestContext.Current.AddWarning(left);
    }
}
