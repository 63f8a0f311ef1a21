namespace Modellstadt.Region.Reuse.Questions;

/// <summary>How long and how many questions between towns may be.</summary>
internal static class QuestionRules
{
    /// <summary>Fewest characters of a question.</summary>
    public const int ShortestQuestion = 10;

    /// <summary>Most characters of a question.</summary>
    public const int LongestQuestion = 1_000;

    /// <summary>Fewest characters of an answer.</summary>
    public const int ShortestAnswer = 5;

    /// <summary>Most characters of an answer.</summary>
    public const int LongestAnswer = 2_000;

    /// <summary>Questions of one town to one project that may wait for an answer.</summary>
    public const int MostWaiting = 5;

    /// <summary>Questions of one town to one project over all time.</summary>
    public const int MostQuestions = 50;

    private const int LongestId = 80;

    /// <summary>A name for a question that no other town can give.</summary>
    /// <param name="asker">Gemeindeschlüssel of the town that asks.</param>
    /// <param name="key">The form's own key.</param>
    public static string IdOf(string asker, string key) => $"{asker}-{key}";

    /// <summary>True when this town may have given the name.</summary>
    public static bool IsIdOf(string id, string asker) =>
        id.Length <= LongestId && id.StartsWith(asker + "-", StringComparison.Ordinal) && id.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_');

    /// <summary>True for a text of lines; pages show it as it is, tags and all.</summary>
    public static bool IsText(string words, int shortest, int longest) =>
        words.Length >= shortest && words.Length <= longest && !words.Any(sign => char.IsControl(sign) && sign != '\n');

    /// <summary>A text as browsers send it, with plain ends of lines.</summary>
    public static string Plain(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();
}
