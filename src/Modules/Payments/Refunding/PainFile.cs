// ISO 20022 pain.001.001.09 (CustomerCreditTransferInitiation) as used for SEPA transfers: EPC132-08, Customer-to-PSP
using System.Globalization;
using System.Text;
using System.Xml;

namespace Modellstadt.Payments.Refunding;

/// <summary>Writes a file of refunds for the bank: the same facts give the same bytes, however often it is downloaded.</summary>
internal static class PainFile
{
    private const string Space = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private const int LongestName = 70;
    private const int LongestWords = 140;

    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>The file as XML in UTF-8.</summary>
    /// <param name="file">A released file.</param>
    /// <param name="refunds">All its refunds, in their order.</param>
    public static byte[] Write(RefundFile file, IReadOnlyList<Refund> refunds)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("Document", Space);
            xml.WriteStartElement("CstmrCdtTrfInitn", Space);
            WriteHeader(xml, file, refunds);
            WritePayment(xml, file, refunds);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteHeader(XmlWriter xml, RefundFile file, IReadOnlyList<Refund> refunds)
    {
        xml.WriteStartElement("GrpHdr", Space);
        Write(xml, "MsgId", file.Name);
        Write(xml, "CreDtTm", file.MadeAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        WriteSums(xml, refunds);
        Write(xml, "InitgPty/Nm", SepaText.Of(file.DebtorName, LongestName));
        xml.WriteEndElement();
    }

    private static void WritePayment(XmlWriter xml, RefundFile file, IReadOnlyList<Refund> refunds)
    {
        xml.WriteStartElement("PmtInf", Space);
        Write(xml, "PmtInfId", file.Name);
        Write(xml, "PmtMtd", "TRF");
        WriteSums(xml, refunds);
        Write(xml, "PmtTpInf/SvcLvl/Cd", "SEPA");
        Write(xml, "ReqdExctnDt/Dt", file.ExecuteOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Write(xml, "Dbtr/Nm", SepaText.Of(file.DebtorName, LongestName));
        Write(xml, "DbtrAcct/Id/IBAN", file.DebtorIban);
        // The bank of a SEPA account follows from its IBAN.
        Write(xml, "DbtrAgt/FinInstnId/Othr/Id", "NOTPROVIDED");
        Write(xml, "ChrgBr", "SLEV");
        foreach (var refund in refunds)
            WriteTransfer(xml, refund);
        xml.WriteEndElement();
    }

    private static void WriteTransfer(XmlWriter xml, Refund refund)
    {
        xml.WriteStartElement("CdtTrfTxInf", Space);
        Write(xml, "PmtId/EndToEndId", refund.EndToEndId);
        xml.WriteStartElement("Amt", Space);
        xml.WriteStartElement("InstdAmt", Space);
        xml.WriteAttributeString("Ccy", "EUR");
        xml.WriteString(Euros(refund.Cents));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Write(xml, "Cdtr/Nm", SepaText.Of(refund.CreditorName, LongestName));
        Write(xml, "CdtrAcct/Id/IBAN", refund.CreditorIban);
        Write(xml, "RmtInf/Ustrd", SepaText.Of(refund.Words, LongestWords));
        xml.WriteEndElement();
    }

    private static void WriteSums(XmlWriter xml, IReadOnlyList<Refund> refunds)
    {
        Write(xml, "NbOfTxs", refunds.Count.ToString(CultureInfo.InvariantCulture));
        Write(xml, "CtrlSum", Euros(refunds.Sum(refund => refund.Cents)));
    }

    /// <summary>Writes elements into each other, the last with a text.</summary>
    private static void Write(XmlWriter xml, string path, string text)
    {
        var names = path.Split('/');
        foreach (var name in names)
            xml.WriteStartElement(name, Space);
        xml.WriteString(text);
        foreach (var _ in names)
            xml.WriteEndElement();
    }

    private static string Euros(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
