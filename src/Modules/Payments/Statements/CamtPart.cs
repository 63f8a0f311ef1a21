// ISO 20022, camt.053.001.02 and camt.053.001.08
namespace Modellstadt.Payments.Statements;

/// <summary>A small piece of a statement file: an element with its text, its currency and the elements in it.</summary>
internal sealed class CamtPart(string name, string? currency)
{
    private readonly List<CamtPart> children = [];

    /// <summary>Name of the element.</summary>
    public string Name => name;

    /// <summary>The attribute <c>Ccy</c>; null when there is none.</summary>
    public string? Currency => currency;

    /// <summary>The text in it, without blanks at its ends.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Adds an element.</summary>
    public void Add(CamtPart child) => children.Add(child);

    /// <summary>Adds text.</summary>
    public void Append(string text) => Text = (Text + text).Trim();

    /// <summary>Every element of a path below this one.</summary>
    /// <param name="path">Names joined by a slash.</param>
    public IEnumerable<CamtPart> All(string path)
    {
        IEnumerable<CamtPart> found = [this];
        foreach (var step in path.Split('/'))
            found = found.SelectMany(part => part.children.Where(child => child.Name == step));
        return found;
    }

    /// <summary>The first element of a path; null when there is none.</summary>
    public CamtPart? At(string path) => All(path).FirstOrDefault();

    /// <summary>The text of the first element of a path; null when there is none or it is empty.</summary>
    public string? TextAt(string path) => At(path)?.Text is { Length: > 0 } text ? text : null;
}
