namespace Modellstadt.Registers;

/// <summary>Nobody waits longer for a register than this: silence and broken lines are <c>Unreachable</c>.</summary>
internal static class Deadline
{
    public static async Task<RegisterAnswer<T>> AskAsync<T>(Func<CancellationToken, Task<RegisterAnswer<T>>> ask, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        impatience.CancelAfter(atMost);
        try
        {
            return await ask(impatience.Token).WaitAsync(impatience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new RegisterAnswer<T>.Unreachable();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new RegisterAnswer<T>.Unreachable();
        }
    }
}
