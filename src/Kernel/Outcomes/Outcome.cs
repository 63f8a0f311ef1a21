using System.Diagnostics.CodeAnalysis;

namespace Modellstadt.Kernel.Outcomes;

/// <summary>What came of an action: a value, or a <see cref="Refusal"/> that a person can understand. Bugs are exceptions.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    /// <summary>Why it was refused; null when it succeeded.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The value of a success.</summary>
    /// <exception cref="InvalidOperationException">The action was refused.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Type}");

    /// <summary>Takes the outcome apart: true with the value, false with the refusal.</summary>
    public bool Succeeded([MaybeNullWhen(false)] out T success, [NotNullWhen(false)] out Refusal? refusal)
    {
        (success, refusal) = (value, Refusal);
        return refusal is null;
    }

    /// <summary>Turns both cases into one result.</summary>
    public TResult Match<TResult>(Func<T, TResult> succeeded, Func<Refusal, TResult> refused) =>
        Refusal is null ? succeeded(value!) : refused(Refusal);

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
