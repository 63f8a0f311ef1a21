using System.Globalization;

namespace Modellstadt.Registers;

/// <summary>A row of the supplier's file; notes what is wrong with its fields.</summary>
internal sealed class ExportRow(int number, IReadOnlyDictionary<string, int> columns, string[] fields, ExportProblems problems)
{
    private const int LongestText = 200;
    private const int LongestKey = 64;

    /// <summary>A field that must not be empty.</summary>
    public string Text(string column)
    {
        if (Optional(column) is { } text)
            return text;

        problems.Add(number, column, ExportProblemKind.Empty);
        return "";
    }

    /// <summary>A field that may be empty; null then.</summary>
    public string? Optional(string column)
    {
        var text = fields[columns[column]].Trim();
        if (text.Length > LongestText || text.Any(char.IsControl))
            problems.Add(number, column, ExportProblemKind.WrongForm);
        return text.Length == 0 ? null : text;
    }

    /// <summary>A day as <c>yyyy-mm-dd</c>.</summary>
    public DateOnly Day(string column) => OptionalDay(column) ?? Missing<DateOnly>(column);

    /// <summary>A day that may be missing.</summary>
    public DateOnly? OptionalDay(string column) => Read<DateOnly>(column, text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    /// <summary><c>0</c> or <c>1</c>.</summary>
    public bool Flag(string column) => Read<bool>(column, text => text switch { "0" => false, "1" => true, _ => null }) ?? Missing<bool>(column);

    /// <summary>A number of millimetres.</summary>
    public int Millimetres(string column) =>
        Read<int>(column, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 30_000 ? number : null) ?? Missing<int>(column);

    /// <summary>A key of the resident register that may be missing.</summary>
    public ResidentId? Person(string column) => Read<ResidentId>(column, text => text.Length <= LongestKey ? new ResidentId(text) : null);

    /// <summary>One of the words.</summary>
    public T Word<T>(string column, IReadOnlyDictionary<string, T> words) where T : struct => Read<T>(column, text => words.TryGetValue(text, out var value) ? value : null) ?? Missing<T>(column);

    /// <summary>What <paramref name="parse"/> makes of a field; null when it is empty or has not the form, which is noted.</summary>
    public T? Read<T>(string column, Func<string, T?> parse) where T : struct
    {
        if (Optional(column) is not { } text)
            return null;

        var value = parse(text);
        if (value is null)
            problems.Add(number, column, ExportProblemKind.WrongForm);
        return value;
    }

    /// <summary>Notes that the row contradicts another one.</summary>
    public void Contradicts(string column) => problems.Add(number, column, ExportProblemKind.Contradiction);

    private T Missing<T>(string column) where T : struct
    {
        if (Optional(column) is null)
            problems.Add(number, column, ExportProblemKind.Empty);
        return default;
    }
}

/// <summary>What is wrong with a file: the first ones in full, then only their number.</summary>
internal sealed class ExportProblems
{
    private const int MostKept = 100;

    private readonly List<ExportProblem> kept = [];

    /// <summary>The first hundred.</summary>
    public IReadOnlyList<ExportProblem> First => kept;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Notes the one problem that makes all others idle.</summary>
    public void Replace(int row, string column, ExportProblemKind kind)
    {
        kept.Clear();
        Count = 0;
        Add(row, column, kind);
    }

    /// <summary>Notes a problem.</summary>
    public void Add(int row, string column, ExportProblemKind kind)
    {
        Count++;
        if (kept.Count < MostKept)
            kept.Add(new ExportProblem(row, column, kind));
    }
}
