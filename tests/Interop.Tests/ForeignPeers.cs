using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Testing;

namespace Modellstadt.Interop.Tests;

/// <summary>
/// The process of the foreign implementations (<c>tests/Interop.Tests/Peers</c>): takes commands as lines of JSON and ends with
/// the tests. Calls may overlap.
/// </summary>
public sealed class ForeignPeers : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> calls = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Process process;
    private readonly Task reading;
    private int lastCall;

    private ForeignPeers(Process process)
    {
        this.process = process;
        process.Start();
        process.ErrorDataReceived += (_, line) => complaints.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        reading = ReadAnswersAsync();
    }

    /// <summary>Starts the process.</summary>
    /// <param name="authority">Whom its HTTPS connections trust besides the usual authorities; certifies its servers.</param>
    internal static ForeignPeers Start(PrivateAuthority authority)
    {
        var program = ProductFiles.PathOf("tests/Interop.Tests/Peers/dist/main.js");
        if (!File.Exists(program))
            throw new InvalidOperationException($"{program} is missing: run `npm ci && npm run build` in tests/Interop.Tests/Peers (./test does).");
        return new ForeignPeers(new Process
        {
            StartInfo = new ProcessStartInfo("node", [program, authority.CertificateFile, authority.KeyFile])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
                Environment = { ["NODE_EXTRA_CA_CERTS"] = authority.RootFile },
            },
        });
    }

    /// <summary>Calls a command; fails the test with the foreign stack trace when it fails.</summary>
    public async Task<JsonNode?> CallAsync(string command, object input)
    {
        var call = Interlocked.Increment(ref lastCall);
        var answer = calls[call] = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await writing.WaitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { id = call, command, input }, Wire));
            await process.StandardInput.FlushAsync();
        }
        finally
        {
            writing.Release();
        }

        return await answer.Task.WaitAsync(Patience);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await reading;
        process.Dispose();
        writing.Dispose();
    }

    private async Task ReadAnswersAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var answer = JsonNode.Parse(line)!;
            if (!calls.TryRemove((int)answer["id"]!, out var call))
                continue;
            if ((string?)answer["error"] is { } error)
                call.SetException(new ForeignFailure(error));
            else
                call.SetResult(answer["result"]);
        }

        foreach (var call in calls.Values)
            call.TrySetException(new InvalidOperationException($"The foreign peers ended:\n{string.Join('\n', complaints)}"));
    }
}

/// <summary>A foreign implementation said no.</summary>
/// <param name="message">What it said, with its stack trace.</param>
public sealed class ForeignFailure(string message) : Exception(message);
