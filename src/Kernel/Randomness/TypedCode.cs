namespace Modellstadt.Kernel.Randomness;

/// <summary>A code that a person types from one screen into another: 8 characters without those that look alike (0/O, 1/I/L are left out or mapped).</summary>
public static class TypedCode
{
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>How many characters a code has, its kind letter included.</summary>
    public const int Length = 8;

    /// <summary>A new code that begins with <paramref name="kind"/> (A: a credential offer, B: a presentation); 7 further characters carry 34 bits.</summary>
    public static string Create(char kind, RandomSource random) =>
        string.Create(Length, (kind, random), static (characters, state) =>
        {
            characters[0] = state.kind;
            for (var position = 1; position < characters.Length; position++)
                characters[position] = Alphabet[state.random.NextInt(Alphabet.Length)];
        });

    /// <summary>What a person typed, made comparable: upper case, without blanks and hyphens; null when it cannot be a code.</summary>
    public static string? Normalize(string? typed)
    {
        if (typed is null || typed.Length > 32)
            return null;

        var code = string.Concat(typed.ToUpperInvariant().Where(character => character is not (' ' or '-')));
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }

    /// <summary>The code as it is shown: <c>A3K7-QM2P</c>.</summary>
    public static string Show(string code) => $"{code[..4]}-{code[4..]}";
}
