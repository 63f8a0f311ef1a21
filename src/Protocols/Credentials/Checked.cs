// Ours: the outcome of a check; no specification.
using System.Diagnostics.CodeAnalysis;

namespace Modellstadt.Protocols.Credentials;

/// <summary>A value that passed its checks, or the <see cref="ProtocolError"/> that says which check it failed.</summary>
/// <typeparam name="T">What the checks yield.</typeparam>
public sealed class Checked<T>
    where T : notnull
{
    private readonly T? value;

    private Checked(T value) => this.value = value;

    private Checked(ProtocolError error) => Error = error;

    /// <summary>The broken rule, or null when the value passed.</summary>
    public ProtocolError? Error { get; }

    /// <summary>True with the value, or false with the broken rule.</summary>
    public bool TryGetValue([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out ProtocolError? error)
    {
        value = this.value;
        error = Error;
        return error is null;
    }

    /// <summary>Goes on with the value; a refusal passes through unchanged.</summary>
    public Checked<TNext> Then<TNext>(Func<T, Checked<TNext>> next)
        where TNext : notnull
        => TryGetValue(out var held, out var error) ? next(held) : error;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The check failed; only for values whose validity the caller already knows.</exception>
    public T Expect() => TryGetValue(out var held, out var error)
        ? held
        : throw new InvalidOperationException($"{error.Code} ({error.Clause}): {error.Detail}");

    /// <summary>A value that passed.</summary>
    public static implicit operator Checked<T>(T value) => new(value);

    /// <summary>A refusal.</summary>
    public static implicit operator Checked<T>(ProtocolError error) => new(error);
}
