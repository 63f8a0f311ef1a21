namespace Modellstadt.Registers;

/// <summary>What a register answers. A closed family: <see cref="Found"/>, <see cref="NotFound"/>, <see cref="Ambiguous"/>, <see cref="Unreachable"/>.</summary>
public abstract record RegisterAnswer<T>
{
    private RegisterAnswer()
    {
    }

    /// <summary>Turns the four cases into one result.</summary>
    public TResult Match<TResult>(Func<T, TResult> found, Func<TResult> notFound, Func<TResult> ambiguous, Func<TResult> unreachable) => this switch
    {
        Found(var value) => found(value),
        NotFound => notFound(),
        Ambiguous => ambiguous(),
        _ => unreachable(),
    };

    /// <summary>Exactly one entry.</summary>
    /// <param name="Value">The entry.</param>
    public sealed record Found(T Value) : RegisterAnswer<T>;

    /// <summary>The register answered and has no such entry.</summary>
    public sealed record NotFound : RegisterAnswer<T>;

    /// <summary>Several entries fit and nothing tells them apart.</summary>
    public sealed record Ambiguous : RegisterAnswer<T>;

    /// <summary>The register did not answer in time; ask again later. Says nothing about the entry.</summary>
    public sealed record Unreachable : RegisterAnswer<T>;
}
