using System.Text;
using System.Xml.Linq;
using Modellstadt.Payments.Refunding;

namespace Modellstadt.Payments.Tests.Refunding;

/// <summary>pain.001.001.09 as EPC132-08 (Customer-to-PSP) narrows it: which elements, in which order, of which length.</summary>
public sealed class PainFileTests
{
    private static readonly XNamespace Space = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static readonly RefundFile File = new()
    {
        Id = Guid.Empty,
        Name = "MSR-20261124-000001",
        DebtorName = "Stadt Gelsenkirchen – Bürgerbüro",
        DebtorIban = PaymentTown.TownIban,
        TotalCents = 3502,
        Count = 2,
        State = RefundFileState.Released,
        MadeAt = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero),
        MadeBy = "staff/1",
        ExecuteOn = new DateOnly(2026, 11, 25),
    };

    private static readonly Refund[] Refunds = [Of(1, 3500, "Müller & Söhne"), Of(2, 2, new string('ü', 200))];

    [Fact]
    public void Elements_stand_in_the_order_of_the_schema()
    {
        var message = XDocument.Parse(Encoding.UTF8.GetString(PainFile.Write(File, Refunds))).Root!.Element(Space + "CstmrCdtTrfInitn")!;

        Assert.Equal(["GrpHdr", "PmtInf"], Names(message));
        Assert.Equal(["MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "InitgPty"], Names(message.Element(Space + "GrpHdr")!));
        var payment = message.Element(Space + "PmtInf")!;
        Assert.Equal(["PmtInfId", "PmtMtd", "NbOfTxs", "CtrlSum", "PmtTpInf", "ReqdExctnDt", "Dbtr", "DbtrAcct", "DbtrAgt", "ChrgBr", "CdtTrfTxInf", "CdtTrfTxInf"], Names(payment));
        Assert.Equal(["PmtId", "Amt", "Cdtr", "CdtrAcct", "RmtInf"], Names(payment.Element(Space + "CdtTrfTxInf")!));
        Assert.All(message.DescendantsAndSelf(), element => Assert.Equal(Space, element.Name.Namespace));
    }

    [Fact]
    public void Count_and_sum_are_those_of_the_transfers_in_both_places()
    {
        var message = XDocument.Parse(Encoding.UTF8.GetString(PainFile.Write(File, Refunds)));
        Assert.Equal(["2", "2"], Values(message, "NbOfTxs"));
        Assert.Equal(["35.02", "35.02"], Values(message, "CtrlSum"));
        Assert.Equal(["35.00", "0.02"], Values(message, "InstdAmt"));
        Assert.Equal(["TRF", "SEPA", "2026-11-25", "SLEV"], new[] { "PmtMtd", "Cd", "Dt", "ChrgBr" }.SelectMany(name => Values(message, name)));
        Assert.Equal(["EUR"], message.Descendants(Space + "InstdAmt").Select(amount => amount.Attribute("Ccy")!.Value).Distinct());
    }

    [Fact]
    public void Texts_keep_within_the_lengths_and_signs_that_every_bank_takes()
    {
        var message = XDocument.Parse(Encoding.UTF8.GetString(PainFile.Write(File, Refunds)));
        Assert.All(Values(message, "Nm"), name => Assert.InRange(name.Length, 1, 70));
        Assert.All(Values(message, "Ustrd"), words => Assert.InRange(words.Length, 1, 140));
        Assert.All(Values(message, "EndToEndId").Concat(Values(message, "MsgId")).Concat(Values(message, "PmtInfId")), id => Assert.InRange(id.Length, 1, 35));
        Assert.Contains("Mueller Soehne", Values(message, "Nm"));
    }

    [Fact]
    public void The_same_file_has_the_same_bytes() => Assert.Equal(PainFile.Write(File, Refunds), PainFile.Write(File, Refunds));

    [Theory]
    [InlineData("Jürgen Groß", "Juergen Gross")]
    [InlineData("Łukasz Świątek", "Lukasz Swiatek")]
    [InlineData("Ngô Thị Ánh", "Ngo Thi Anh")]
    [InlineData("O'Brien-Søren", "O'Brien-Soeren")]
    [InlineData("<b>&\"", "b")]
    [InlineData("Николай", "-")]
    [InlineData("", "-")]
    public void Names_are_spelt_in_the_signs_of_SEPA(string name, string spelt) => Assert.Equal(spelt, SepaText.Of(name, 70));

    private static string[] Names(XElement parent) => [.. parent.Elements().Select(element => element.Name.LocalName)];

    private static string[] Values(XDocument document, string name) => [.. document.Descendants(Space + name).Select(element => element.Value)];

    private static Refund Of(int position, long cents, string name) => new()
    {
        Id = Guid.Empty,
        FileId = Guid.Empty,
        Position = position,
        Cents = cents,
        CreditorName = name,
        CreditorIban = "AT611904300234573201",
        Words = $"Rückzahlung für {name}",
        EndToEndId = new Guid(position, 0, 0, new byte[8]).ToString("N"),
        State = RefundState.Ordered,
    };
}
