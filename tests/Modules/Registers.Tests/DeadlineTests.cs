namespace Modellstadt.Registers.Tests;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task A_silent_register_is_unreachable() =>
        Assert.IsType<RegisterAnswer<int>.Unreachable>(await Deadline.AskAsync<int>(_ => new TaskCompletionSource<RegisterAnswer<int>>().Task, Short, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_broken_line_is_unreachable() =>
        Assert.IsType<RegisterAnswer<int>.Unreachable>(await Deadline.AskAsync<int>(_ => throw new HttpRequestException(), Short, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Who_leaves_gets_no_answer()
    {
        using var leave = new CancellationTokenSource();
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Deadline.AskAsync<int>(_ => new TaskCompletionSource<RegisterAnswer<int>>().Task, TimeSpan.FromMinutes(1), leave.Token));
    }
}
