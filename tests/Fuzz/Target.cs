using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Fuzz;

/// <summary>A parser that reads what strangers send.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Seeds">First inputs.</param>
/// <param name="Words">Pieces of the format.</param>
/// <param name="Parse">Reads an input; null when it was accepted. Whatever it throws is a finding.</param>
internal sealed record Target(string Name, Func<IEnumerable<byte[]>> Seeds, IReadOnlyList<string> Words, Func<byte[], ProtocolError?> Parse)
{
    /// <summary>Runs the parser once; a refusal must say code, clause and detail.</summary>
    /// <exception cref="InvalidOperationException">The refusal says nothing.</exception>
    public void Run(byte[] input)
    {
        if (Parse(input) is { } error && (error.Code.Length == 0 || error.Clause.Length == 0 || error.Detail.Length == 0))
            throw new InvalidOperationException("A refusal without code, clause or detail.");
    }
}
