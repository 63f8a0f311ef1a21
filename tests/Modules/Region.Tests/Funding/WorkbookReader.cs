using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Modellstadt.Region.Tests.Funding;

/// <summary>Reads a workbook (ECMA-376) as a spreadsheet does, with nothing but the packages of .NET: sheets, rows, cells.</summary>
internal sealed class WorkbookReader
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly List<string> shared = [];

    private WorkbookReader(ZipArchive package)
    {
        if (package.GetEntry("xl/sharedStrings.xml") is { } strings)
            shared.AddRange(Load(strings).Descendants(Main + "si").Select(item => string.Concat(item.Descendants(Main + "t").Select(text => text.Value))));
        Names = [.. Load(package.GetEntry("xl/workbook.xml")!).Descendants(Main + "sheet").Select(sheet => sheet.Attribute("name")!.Value)];
        Sheets = [.. package.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry => RowsOf(Load(entry)))];
        HasFormulas = package.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).Any(entry => Load(entry).Descendants(Main + "f").Any());
    }

    /// <summary>The names of the sheets.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The rows of each sheet: texts, or numbers as <see cref="decimal"/>.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<object?>>> Sheets { get; }

    /// <summary>True when a cell holds a formula.</summary>
    public bool HasFormulas { get; }

    public static WorkbookReader Open(byte[] content)
    {
        using var package = new ZipArchive(new MemoryStream(content));
        return new WorkbookReader(package);
    }

    /// <summary>The numbers of the first row of a sheet that begins with these words, in cents.</summary>
    public IReadOnlyList<long> Cents(int sheet, string label) =>
        [.. Sheets[sheet].First(row => row.Count > 0 && row[0] is string text && text == label).Skip(1).OfType<decimal>().Select(euros => (long)(euros * 100))];

    private IReadOnlyList<IReadOnlyList<object?>> RowsOf(XDocument sheet) =>
        [.. sheet.Descendants(Main + "row").Select(row => (IReadOnlyList<object?>)[.. row.Elements(Main + "c").Select(ValueOf)])];

    private object? ValueOf(XElement cell) => cell.Attribute("t")?.Value switch
    {
        "s" => shared[int.Parse(cell.Element(Main + "v")!.Value, CultureInfo.InvariantCulture)],
        "inlineStr" => string.Concat(cell.Descendants(Main + "t").Select(text => text.Value)),
        "str" => cell.Element(Main + "v")?.Value,
        _ => cell.Element(Main + "v") is { } value ? decimal.Parse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture) : null,
    };

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
