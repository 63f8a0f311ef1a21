using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Tests.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Kernel.Tests.Events;

public sealed class OutboxTests
{
    private sealed record BookLost(string Title);

    private sealed class Librarian : IOutboxReceiver<ShelfDb>
    {
        private readonly TaskCompletionSource<OutboxMessage> received = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int FailuresLeft { get; set; }

        public Exception Failure { get; init; } = new TimeoutException("The librarian is out.");

        public List<string> Payloads { get; } = [];

        public int Calls { get; private set; }

        public Task<OutboxMessage> Received => received.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public string Kind => "book-lost";

        public Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            Calls++;
            if (FailuresLeft-- > 0)
                throw Failure;
            Payloads.Add(message.Payload);
            received.TrySetResult(message);
            return Task.CompletedTask;
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_is_delivered_after_its_cause_was_saved(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var librarian = new Librarian();
        using var host = await ShelfDb.OpenAsync(database, services => services.AddSingleton<IOutboxReceiver<ShelfDb>>(librarian));
        await SaveAsync(host.Services, "Faust");
        Assert.Contains("Faust", (await librarian.Received).Payload, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_delivered_message_leaves_the_database(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var librarian = new Librarian();
        using var host = await ShelfDb.OpenAsync(database, services => services.AddSingleton<IOutboxReceiver<ShelfDb>>(librarian));
        await SaveAsync(host.Services, "Faust");
        await librarian.Received;
        await WaitUntilAsync(async () =>
        {
            await using var shelf = await host.Services.GetRequiredService<IDbContextFactory<ShelfDb>>().CreateDbContextAsync();
            return !await shelf.Outbox.AnyAsync();
        });
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_that_could_not_be_delivered_is_tried_again_later(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var librarian = new Librarian { FailuresLeft = 1 };
        using var host = await ShelfDb.OpenAsync(database, services => services.AddSingleton<IOutboxReceiver<ShelfDb>>(librarian));
        await SaveAsync(host.Services, "Faust");
        await WaitUntilAsync(() => librarian.Calls == 1);

        ((SettableTime)host.Services.GetRequiredService<TimeProvider>()).Now += TimeSpan.FromMinutes(1);
        host.Services.GetRequiredService<Outbox<ShelfDb>>().Wake();
        await librarian.Received;
        Assert.Equal(2, librarian.Calls);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_waits_through_a_restart(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using (var host = await ShelfDb.OpenAsync(database))
            await SaveAsync(host.Services, "Faust", wake: false);

        var librarian = new Librarian();
        using var again = await OpenLaterAsync(database, librarian);
        Assert.Contains("Faust", (await librarian.Received).Payload, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Attempts_grow_apart_up_to_a_minute(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var librarian = new Librarian { FailuresLeft = 8 };
        using var host = await ShelfDb.OpenAsync(database, services => services.AddSingleton<IOutboxReceiver<ShelfDb>>(librarian));
        await SaveAsync(host.Services, "Faust");
        var time = (SettableTime)host.Services.GetRequiredService<TimeProvider>();
        var distances = new List<double>();
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            await WaitUntilAsync(async () => (await ReadAsync(host.Services)).Attempts == attempt);
            var next = (await ReadAsync(host.Services)).NextAttemptAt;
            distances.Add((next - time.Now).TotalSeconds);
            time.Now = next;
            host.Services.GetRequiredService<Outbox<ShelfDb>>().Wake();
        }

        Assert.Equal([2, 4, 8, 16, 32, 60, 60, 60], distances);
        await librarian.Received;
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Messages_arrive_in_the_order_of_their_causes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        string[] titles = ["Faust", "Woyzeck", "Nathan", "Egmont"];
        using (var host = await ShelfDb.OpenAsync(database))
        {
            foreach (var title in titles)
            {
                await SaveAsync(host.Services, title, wake: false);
                ((SettableTime)host.Services.GetRequiredService<TimeProvider>()).Now += TimeSpan.FromMilliseconds(1);
            }
        }

        var librarian = new Librarian();
        using var again = await OpenLaterAsync(database, librarian);
        await WaitUntilAsync(() => librarian.Payloads.Count == titles.Length);
        Assert.Equal(titles.Select(title => $$"""{"title":"{{title}}"}"""), librarian.Payloads);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_that_nobody_takes_does_not_hold_up_the_others(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var librarian = new Librarian();
        using var host = await ShelfDb.OpenAsync(database, services => services.AddSingleton<IOutboxReceiver<ShelfDb>>(librarian));
        await SaveAsync(host.Services, "Nobody's", kind: "book-burnt");
        await SaveAsync(host.Services, "Faust");
        Assert.Contains("Faust", (await librarian.Received).Payload, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_receiver_whose_own_deadline_passed_does_not_end_the_delivery(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var librarian = new Librarian { FailuresLeft = 1, Failure = new TaskCanceledException("The librarian did not answer in time.") };
        using var host = await ShelfDb.OpenAsync(database, services => services.AddSingleton<IOutboxReceiver<ShelfDb>>(librarian));
        await SaveAsync(host.Services, "Faust");
        await WaitUntilAsync(async () => (await ReadAsync(host.Services)).Attempts == 1);

        await SaveAsync(host.Services, "Woyzeck");
        Assert.Contains("Woyzeck", (await librarian.Received).Payload, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_whose_delivery_was_cut_off_is_delivered_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var sleeper = new Sleeper();
        using (var host = await ShelfDb.OpenAsync(database, services => services.AddSingleton<IOutboxReceiver<ShelfDb>>(sleeper)))
        {
            await SaveAsync(host.Services, "Faust");
            await sleeper.Began;
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        var librarian = new Librarian();
        using var again = await OpenLaterAsync(database, librarian);
        Assert.Contains("Faust", (await librarian.Received).Payload, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_was_not_saved_is_not_delivered(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var librarian = new Librarian();
        using var host = await ShelfDb.OpenAsync(database, services => services.AddSingleton<IOutboxReceiver<ShelfDb>>(librarian));
        await using (var shelf = await host.Services.GetRequiredService<IDbContextFactory<ShelfDb>>().CreateDbContextAsync())
        {
            host.Services.GetRequiredService<Outbox<ShelfDb>>().Add(shelf, "book-lost", new BookLost("Never saved"));
        }

        await SaveAsync(host.Services, "Faust");
        await librarian.Received;
        Assert.Equal("""{"title":"Faust"}""", Assert.Single(librarian.Payloads));
    }

    private static Task<Microsoft.Extensions.Hosting.IHost> OpenLaterAsync(TestDatabase database, Librarian librarian) => ShelfDb.OpenAsync(database, services =>
    {
        services.AddSingleton<TimeProvider>(new SettableTime(ShelfDb.Now.AddHours(1)));
        services.AddSingleton<IOutboxReceiver<ShelfDb>>(librarian);
    });

    private static async Task<OutboxMessage> ReadAsync(IServiceProvider services)
    {
        await using var shelf = await services.GetRequiredService<IDbContextFactory<ShelfDb>>().CreateDbContextAsync();
        return await shelf.Outbox.AsNoTracking().OrderBy(message => message.CreatedAt).FirstAsync();
    }

    private static async Task SaveAsync(IServiceProvider services, string title, bool wake = true, string kind = "book-lost")
    {
        await using var shelf = await services.GetRequiredService<IDbContextFactory<ShelfDb>>().CreateDbContextAsync();
        var outbox = services.GetRequiredService<Outbox<ShelfDb>>();
        outbox.Add(shelf, kind, new BookLost(title));
        await shelf.SaveChangesAsync();
        if (wake)
            outbox.Wake();
    }

    private static Task WaitUntilAsync(Func<bool> condition) => WaitUntilAsync(() => Task.FromResult(condition()));

    private static async Task WaitUntilAsync(Func<Task<bool>> condition)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (await condition())
                return;
            await Task.Delay(50);
        }

        Assert.Fail("It did not happen within 30 seconds.");
    }

    /// <summary>Never finishes by itself.</summary>
    private sealed class Sleeper : IOutboxReceiver<ShelfDb>
    {
        private readonly TaskCompletionSource began = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Began => began.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public string Kind => "book-lost";

        public Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            began.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }
}
