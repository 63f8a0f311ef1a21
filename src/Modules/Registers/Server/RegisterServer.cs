using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Modellstadt.Registers;

/// <summary>
/// Asks a register's server. Silence, a broken line, a server's failure and nonsense are tried again after a short pause of uneven
/// length; when half of the tries fail, the server is left alone for a while. No answer is never an answer: the caller gets <c>Unreachable</c>.
/// </summary>
internal sealed partial class RegisterServer : IDisposable
{
    private const int Retries = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    private readonly string name;
    private readonly Lazy<HttpClient> line;
    private readonly ResiliencePipeline patience;
    private readonly ILogger log;

    /// <summary>A server that has not been asked yet.</summary>
    /// <param name="name">Name of the register, for the log.</param>
    /// <param name="door">Where it is and how it is asked.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where failures are told, without what was asked.</param>
    public RegisterServer(string name, RegisterDoorOptions door, TimeProvider time, ILogger log)
    {
        (this.name, this.log) = (name, log);
        line = new(() => ServerLine.Open(door));
        var failures = new PredicateBuilder().Handle<HttpRequestException>(IsWorthATry).Handle<IOException>().Handle<JsonException>().Handle<TimeoutRejectedException>();
        patience = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = Retries, Delay = Pause, BackoffType = DelayBackoffType.Exponential, UseJitter = true, ShouldHandle = failures })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions { FailureRatio = 0.5, MinimumThroughput = 6, SamplingDuration = TimeSpan.FromSeconds(30), BreakDuration = Rest, ShouldHandle = failures })
            .AddTimeout(TimeSpan.FromMilliseconds(door.AttemptMilliseconds))
            .Build();
    }

    /// <summary>Asks with a body; <paramref name="read"/> makes an answer of what comes.</summary>
    public Task<RegisterAnswer<T>> AskAsync<TAnswer, T>(string path, object question, Func<TAnswer, T> read, CancellationToken cancellationToken) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(question, options: Wire.Json) }, read, cancellationToken);

    /// <summary>Reads an address.</summary>
    public Task<RegisterAnswer<T>> ReadAsync<TAnswer, T>(string path, Func<TAnswer, T> read, CancellationToken cancellationToken) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), read, cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        if (line.IsValueCreated)
            line.Value.Dispose();
    }

    private async Task<RegisterAnswer<T>> SendAsync<TAnswer, T>(Func<HttpRequestMessage> request, Func<TAnswer, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await patience.ExecuteAsync(async inTime => await TryAsync(request, read, inTime), cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException or TimeoutRejectedException or BrokenCircuitException)
        {
            NoAnswer(name, failure.GetType().Name, (failure as HttpRequestException)?.StatusCode);
            return new RegisterAnswer<T>.Unreachable();
        }
    }

    private async Task<RegisterAnswer<T>> TryAsync<TAnswer, T>(Func<HttpRequestMessage> request, Func<TAnswer, T> read, CancellationToken cancellationToken)
    {
        using var message = request();
        using var response = await line.Value.SendAsync(message, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound && response.Content.Headers.ContentType?.MediaType == "application/problem+json")
            return new RegisterAnswer<T>.NotFound();
        if (response.StatusCode is not HttpStatusCode.OK)
            throw new HttpRequestException(null, null, response.StatusCode);

        var answer = JsonSerializer.Deserialize<TAnswer>(await response.Content.ReadAsByteArrayAsync(cancellationToken), Wire.Json) ?? throw new JsonException("The answer is null.");
        return new RegisterAnswer<T>.Found(read(answer));
    }

    /// <summary>What we did wrong stays wrong; what the server or the line did may pass.</summary>
    private static bool IsWorthATry(HttpRequestException failure) =>
        failure.StatusCode is null or >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The server of the register {Register} gave no answer: {Failure} {Status}")]
    private partial void NoAnswer(string register, string failure, HttpStatusCode? status);
}
