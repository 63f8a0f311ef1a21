using Microsoft.Extensions.Logging.Abstractions;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Testing;

namespace Modellstadt.Kernel.Tests.Rounds;

public sealed class RoundServiceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_that_fails_keeps_no_later_one_away()
    {
        using var work = new StumblingWork(new InvalidOperationException("The database is away."), new OperationCanceledException("A deadline of its own ran out."));

        await work.StartAsync(Cancellation);
        await work.Done.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await work.StopAsync(Cancellation);

        Assert.True(work.ExecuteTask!.IsCanceled || work.ExecuteTask.IsCompletedSuccessfully, work.ExecuteTask.Exception?.ToString());
    }

    /// <summary>Fails in its first rounds, one failure each.</summary>
    private sealed class StumblingWork(params IEnumerable<Exception> failures)
        : RoundService(TimeSpan.FromMilliseconds(1), new SettableTime(DateTimeOffset.UnixEpoch), NullLogger<StumblingWork>.Instance)
    {
        private readonly Queue<Exception> failures = new(failures);
        private readonly TaskCompletionSource done = new();

        public Task Done => done.Task;

        public override Task RunRoundAsync(CancellationToken cancellationToken)
        {
            if (failures.TryDequeue(out var failure))
                throw failure;
            done.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
