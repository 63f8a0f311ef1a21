using System.Collections.Concurrent;
using System.Net;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests;

/// <summary>The network between towns of a test: host names lead to them, and somebody may sit on the line.</summary>
internal sealed class NeighbourLine : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, TestTown> towns = new();

    /// <summary>What somebody on the line makes of an answer's body; null for an honest line.</summary>
    public Func<byte[], byte[]>? Tamper { get; set; }

    /// <summary>What was answered, newest last.</summary>
    public ConcurrentQueue<HttpStatusCode> Answered { get; } = new();

    /// <summary>Lets a host name lead to a town.</summary>
    public void Connect(string host, TestTown town) => towns[host] = town;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!towns.TryGetValue(request.RequestUri!.Host, out var town))
            throw new HttpRequestException("No such host.");

        using var line = new HttpMessageInvoker(town.Line());
        var answer = await line.SendAsync(request, cancellationToken);
        Answered.Enqueue(answer.StatusCode);
        if (Tamper is { } tamper && answer.StatusCode is HttpStatusCode.OK)
            answer.Content = new ByteArrayContent(tamper(await answer.Content.ReadAsByteArrayAsync(cancellationToken)));
        return answer;
    }

    protected override void Dispose(bool disposing)
    {
        // Clients come and go; the line stays for the whole test.
    }
}
