using System.Collections.Concurrent;

namespace Modellstadt.Registers.Tests;

/// <summary>Takes register changes and remembers them; can be unable to for a while.</summary>
internal sealed class Recipient(string name = "recipient") : IRegisterChangeReceiver
{
    private readonly ConcurrentQueue<RegisterChange> taken = new();

    public string Name => name;

    /// <summary>True while it can take nothing.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Everything it was given, what came twice included.</summary>
    public IReadOnlyList<RegisterChange> Taken => [.. taken];

    public Task ReceiveAsync(RegisterChange change, CancellationToken cancellationToken)
    {
        if (IsBusy)
            throw new IOException("The recipient is busy.");

        taken.Enqueue(change);
        return Task.CompletedTask;
    }

    /// <summary>Waits until it was given so many.</summary>
    public async Task<IReadOnlyList<RegisterChange>> WaitForAsync(int count)
    {
        while (taken.Count < count)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        return Taken;
    }
}
