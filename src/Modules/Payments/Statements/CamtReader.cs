// ISO 20022, camt.053.001.02 and camt.053.001.08 (BankToCustomerStatement): Document, BkToCstmrStmt, Stmt
using System.Xml;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Payments.Statements;

/// <summary>
/// Reads the statements of a file, entry after entry. Whoever can write into a file that a clerk uploads must not reach beyond it:
/// no document type, no entities, nothing fetched, bounds on size, depth and count, and no element of another namespace.
/// </summary>
internal sealed class CamtReader
{
    /// <summary>Largest file, bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    private const int DeepestPart = 20;
    private const int MostParts = 500_000;
    private const int MostMovements = 20_000;
    private const int LongestText = 4_000;
    private const string Unbounded = "SplmtryData";

    private static readonly string[] Namespaces = ["urn:iso:std:iso:20022:tech:xsd:camt.053.001.08", "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestFile,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    private readonly XmlReader xml;
    private string space = "";
    private int parts;
    private int movements;

    private CamtReader(XmlReader xml) => this.xml = xml;

    /// <summary>The statements of a file; refused when it is none or breaks a bound.</summary>
    public static Outcome<IReadOnlyList<Statement>> Read(Stream file)
    {
        try
        {
            using var xml = XmlReader.Create(file, Settings);
            return new CamtReader(xml).ReadDocument();
        }
        catch (XmlException)
        {
            return new StatementUnreadable(CamtFault.NotXml, "");
        }
        catch (CamtException broken)
        {
            return new StatementUnreadable(broken.Fault, broken.Place);
        }
    }

    private List<Statement> ReadDocument()
    {
        if (xml.MoveToContent() is not XmlNodeType.Element || xml.LocalName != "Document" || !Namespaces.Contains(xml.NamespaceURI))
            throw new CamtException(CamtFault.NotCamt053, "Document");

        space = xml.NamespaceURI;
        var statements = new List<Statement>();
        foreach (var message in Children("BkToCstmrStmt"))
        {
            foreach (var name in Children(message))
            {
                if (name == "Stmt")
                    statements.Add(ReadStatement());
                else
                    Skip();
            }
        }

        while (xml.Read())
        {
            // To the end: what follows must be well-formed too.
        }

        return statements.Count > 0 ? statements : throw new CamtException(CamtFault.Missing, "Stmt");
    }

    private Statement ReadStatement()
    {
        var head = new CamtPart("Stmt", null);
        var entries = new List<StatementMovement>();
        foreach (var name in Children("Stmt"))
        {
            var part = name == Unbounded ? null : ReadPart();
            if (part is null)
                Skip();
            else if (name == "Ntry")
                Add(entries, part);
            else
                head.Add(part);
        }

        return CamtFields.StatementOf(head, entries);
    }

    private void Add(List<StatementMovement> entries, CamtPart entry)
    {
        var read = CamtFields.MovementsOf(entry);
        movements += read.Count;
        if (movements > MostMovements)
            throw new CamtException(CamtFault.TooLarge, "Ntry");
        entries.AddRange(read);
    }

    /// <summary>Goes through the elements in this one; the caller consumes each.</summary>
    private IEnumerable<string> Children(string parent)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            yield break;
        }

        xml.Read();
        while (xml.NodeType is not XmlNodeType.EndElement)
        {
            if (xml.NodeType is XmlNodeType.Element)
            {
                Require();
                yield return xml.LocalName;
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                throw new CamtException(CamtFault.Malformed, parent);
            }
            else
            {
                xml.Read();
            }
        }

        xml.Read();
    }

    /// <summary>Reads the element at hand with all that is in it, and goes behind it.</summary>
    private CamtPart ReadPart()
    {
        var root = Begin();
        var open = new Stack<CamtPart>();
        if (!xml.IsEmptyElement)
            open.Push(root);
        while (open.Count > 0)
        {
            xml.Read();
            if (xml.NodeType is XmlNodeType.Element)
                Open(open);
            else if (xml.NodeType is XmlNodeType.EndElement)
                open.Pop();
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                Append(open.Peek());
        }

        xml.Read();
        return root;
    }

    private void Open(Stack<CamtPart> open)
    {
        if (open.Count == DeepestPart)
            throw new CamtException(CamtFault.TooLarge, xml.LocalName);
        if (xml.LocalName == Unbounded)
        {
            SkipInside();
            return;
        }

        var part = Begin();
        open.Peek().Add(part);
        if (!xml.IsEmptyElement)
            open.Push(part);
    }

    private void Append(CamtPart part)
    {
        if (part.Text.Length + xml.Value.Length > LongestText)
            throw new CamtException(CamtFault.TooLarge, part.Name);
        part.Append(xml.Value);
    }

    private CamtPart Begin()
    {
        Require();
        if (++parts > MostParts)
            throw new CamtException(CamtFault.TooLarge, xml.LocalName);
        return new CamtPart(xml.LocalName, xml.GetAttribute("Ccy"));
    }

    private void Require()
    {
        if (xml.NamespaceURI != space)
            throw new CamtException(CamtFault.NotCamt053, xml.LocalName);
    }

    private void Skip() => xml.Skip();

    /// <summary>Leaves the reader on the end of the element, as the loop over a part expects.</summary>
    private void SkipInside()
    {
        if (xml.IsEmptyElement)
            return;

        var depth = xml.Depth;
        do
            xml.Read();
        while (xml.Depth > depth);
    }
}
