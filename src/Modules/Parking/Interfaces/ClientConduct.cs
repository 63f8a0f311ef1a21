using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Interfaces;

/// <summary>
/// How clients ask: limits each of them, counts answers by hour and never keeps a plate, and pauses whoever guesses (<see cref="GuessingRule"/>).
/// Each process counts for itself; a pause counts in all of them within ten seconds, in which counts are written too.
/// </summary>
internal sealed partial class ClientConduct : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(Guid Client, long Hour, RightState State), int> waiting = new();
    private readonly ConcurrentDictionary<Guid, HourOfQuestions> hours = new();
    private readonly IDbContextFactory<ParkingDb> databases;
    private readonly ConductJournal journal;
    private readonly TimeProvider time;
    private readonly ILogger<ClientConduct> log;
    private readonly byte[] digestKey;
    private readonly PartitionedRateLimiter<Guid> limiter;
    private volatile IReadOnlyDictionary<Guid, DateTimeOffset> pausedUntil = new Dictionary<Guid, DateTimeOffset>();

    public ClientConduct(IDbContextFactory<ParkingDb> databases, ConductJournal journal, IOptions<ParkingOptions> options, RandomSource random, TimeProvider time, ILogger<ClientConduct> log)
    {
        (this.databases, this.journal, this.time, this.log) = (databases, journal, time, log);
        digestKey = random.NewBytes(32);
        limiter = PartitionedRateLimiter.Create<Guid, Guid>(client => RateLimitPartition.GetSlidingWindowLimiter(client, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.ClientQuestionsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));
    }

    /// <summary>Null when the client may ask so many questions now, else why not.</summary>
    public Refusal? MayAsk(Guid client, int questions)
    {
        var now = time.GetUtcNow();
        if (pausedUntil.TryGetValue(client, out var end) && end > now)
            return new ClientPaused(end - now);
        using var lease = limiter.AttemptAcquire(client, questions);
        return lease.IsAcquired ? null : new TooManyQuestions();
    }

    /// <summary>Counts answers; when they look like guessing, the client is paused before it hears more.</summary>
    public async Task CountAsync(Guid client, IReadOnlyList<(string? Plate, RightAnswer Answer)> answered, CancellationToken cancellationToken)
    {
        var hour = time.GetUtcNow().ToUnixTimeSeconds() / 3600;
        foreach (var (_, answer) in answered)
            waiting.AddOrUpdate((client, hour, answer.Right), 1, (_, count) => count + 1);

        var current = hours.AddOrUpdate(client, _ => new HourOfQuestions(hour), (_, before) => before.Hour == hour ? before : new HourOfQuestions(hour));
        var (asked, unknown) = current.Count(answered.Where(each => each.Answer.Problem is null or "plate-unreadable").Select(each => (Digest(each.Plate), each.Answer.Right is RightState.Unknown)));
        if (GuessingRule.IsGuessing(asked, unknown) && hours.TryRemove(KeyValuePair.Create(client, current)))
            await PauseAsync(client, asked, unknown, cancellationToken);
    }

    /// <summary>Reads which clients are paused; called again after a clerk has ended a pause.</summary>
    public async Task ReadPausesAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var running = await database.ClientPauses.AsNoTracking().Where(pause => pause.Until > now).ToListAsync(cancellationToken);
        pausedUntil = running.GroupBy(pause => pause.ClientId).ToDictionary(pauses => pauses.Key, pauses => pauses.Max(pause => pause.Until));
    }

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReadPausesAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Writes what was counted since the last time.</summary>
    public async Task WriteCountsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var (key, count) in waiting)
        {
            var (client, hour, state) = (key.Client.ToString(), key.Hour, key.State.ToString());
            await database.Database.ExecuteSqlAsync(
                $"INSERT INTO client_counts (client, hour, state, count) VALUES ({client}, {hour}, {state}, {count}) ON CONFLICT (client, hour, state) DO UPDATE SET count = client_counts.count + excluded.count",
                cancellationToken);

            // What was asked meanwhile waits for the next time, and what could not be written too.
            waiting.AddOrUpdate(key, 0, (_, now) => now - count);
            waiting.TryRemove(KeyValuePair.Create(key, 0));
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        limiter.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await WriteCountsAsync(CancellationToken.None);
                await ReadPausesAsync(CancellationToken.None);
            }
            catch (Exception failure)
            {
                NotWritten(failure);
            }
        }
    }

    /// <summary>However a plate is typed: letters and digits alone count.</summary>
    private ulong Digest(string? plate)
    {
        var typed = string.Concat((plate ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(digestKey, Encoding.UTF8.GetBytes(typed)));
    }

    private async Task PauseAsync(Guid client, int asked, int unknown, CancellationToken cancellationToken)
    {
        await journal.PauseAsync(client, asked, unknown, cancellationToken);
        await ReadPausesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counts of clients were not written; they wait for the next time")]
    private partial void NotWritten(Exception failure);
}
