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

        public int Calls { get; private set; }

        public Task<OutboxMessage> Received => received.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public string Kind => "book-lost";

        public Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            Calls++;
            if (FailuresLeft-- > 0)
                throw new TimeoutException("The librarian is out.");
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
        using var again = await ShelfDb.OpenAsync(database, services =>
        {
            services.AddSingleton<TimeProvider>(new SettableTime(ShelfDb.Now.AddHours(1)));
            services.AddSingleton<IOutboxReceiver<ShelfDb>>(librarian);
        });
        Assert.Contains("Faust", (await librarian.Received).Payload, StringComparison.Ordinal);
    }

    private static async Task SaveAsync(IServiceProvider services, string title, bool wake = true)
    {
        await using var shelf = await services.GetRequiredService<IDbContextFactory<ShelfDb>>().CreateDbContextAsync();
        var outbox = services.GetRequiredService<Outbox<ShelfDb>>();
        outbox.Add(shelf, "book-lost", new BookLost(title));
        await shelf.SaveChangesAsync();
        if (wake)
            outbox.Wake();
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        for (var attempt = 0; attempt < 300 && !condition(); attempt++)
            await Task.Delay(50);
        Assert.True(condition());
    }
}
