using System.Text;
using CsCheck;
using Modellstadt.Payments.Statements;

namespace Modellstadt.Payments.Tests.Statements;

/// <summary>Bank statements as files: both versions, and nothing but statements.</summary>
public sealed class CamtReaderTests
{
    private static readonly StatementFile Usual = new("2026-001", 100_000,
        new FileEntry(3000, Reference: "RF18539007547034"), new FileEntry(-250, Words: "Kontoführung") { PartyName = "Bank", PartyIban = null });

    [Theory]
    [InlineData(StatementFile.Newest)]
    [InlineData(StatementFile.Older)]
    public void A_statement_of_either_version_is_read(string version)
    {
        var statement = Assert.Single(Read(Usual with { Namespace = version }));

        Assert.Equal(("2026-001", PaymentTown.TownIban, 100_000L, 102_750L, new DateOnly(2026, 11, 23)), (statement.Id, statement.Iban, statement.OpeningCents, statement.ClosingCents, statement.ClosedOn));
        Assert.True(statement.AddsUp);
        var paid = statement.Movements[0];
        Assert.Equal((3000L, "Erika Beispiel", FileEntry.CitizenIban, null, false), (paid.Cents, paid.PartyName, paid.PartyIban, paid.EndToEndId, paid.IsReturn));
        Assert.Equal(["RF18539007547034"], paid.References);
        Assert.Equal((-250L, "Bank", "Kontoführung"), (statement.Movements[1].Cents, statement.Movements[1].PartyName, statement.Movements[1].Words));
    }

    [Theory]
    [InlineData(StatementFile.Newest)]
    [InlineData(StatementFile.Older)]
    public void A_batch_is_taken_apart_when_the_bank_gives_the_amounts(string version)
    {
        var batch = new FileEntry(5000) { Batch = [(2000, "RF18539007547034"), (3000, "other")] };
        Assert.Equal([2000L, 3000L], Read(new StatementFile("1", 0, batch) { Namespace = version })[0].Movements.Select(movement => movement.Cents));
        Assert.Equal([5001L], Read(new StatementFile("1", 0, batch with { Cents = 5001 }) { Namespace = version })[0].Movements.Select(movement => movement.Cents));
    }

    [Fact]
    public void What_is_not_booked_yet_does_not_count()
    {
        var statement = Read(new StatementFile("1", 0, new FileEntry(100), new FileEntry(50) { Status = "PDNG" }) { Closing = 100 })[0];
        Assert.True(statement.AddsUp);
        Assert.Single(statement.Movements);
    }

    [Fact]
    public void A_payment_that_goes_back_says_so()
    {
        var movement = Read(new StatementFile("1", 0, new FileEntry(-3000, "RF18539007547034") { ReturnReason = "AC04", EndToEndId = "E1" }))[0].Movements[0];
        Assert.Equal((true, "AC04", "E1"), (movement.IsReturn, movement.ReturnReason, movement.EndToEndId));
    }

    [Theory]
    [InlineData("<Document", "<!DOCTYPE Document><Document", CamtFault.NotXml)]
    [InlineData("<Document", "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><Document", CamtFault.NotXml)]
    [InlineData("<Document", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document", CamtFault.NotXml)]
    [InlineData("</Document>", "</Document><Document/>", CamtFault.NotXml)]
    [InlineData("</Document>", "", CamtFault.NotXml)]
    [InlineData("camt.053.001.08", "camt.052.001.08", CamtFault.NotCamt053)]
    [InlineData("camt.053.001.08", "camt.053.001.99", CamtFault.NotCamt053)]
    [InlineData("<Ntry>", "<Ntry xmlns=\"urn:other\">", CamtFault.NotCamt053)]
    [InlineData("<RmtInf>", "<RmtInf><x xmlns=\"urn:other\">1</x>", CamtFault.NotCamt053)]
    [InlineData("<Id>2026-001</Id>", "", CamtFault.Missing)]
    [InlineData("OPBD", "ITBD", CamtFault.Missing)]
    [InlineData("CLBD", "CLAV", CamtFault.Missing)]
    [InlineData("<CdtDbtInd>CRDT</CdtDbtInd><Sts>", "<Sts>", CamtFault.Missing)]
    [InlineData("<BookgDt><Dt>2026-11-23</Dt></BookgDt>", "<BookgDt><Dt>2026-02-30</Dt></BookgDt>", CamtFault.Malformed)]
    [InlineData("30.00", "30.001", CamtFault.Malformed)]
    [InlineData("30.00", "-30.00", CamtFault.Malformed)]
    [InlineData("30.00", "3e1", CamtFault.Malformed)]
    [InlineData("30.00", "99999999999999999999", CamtFault.Malformed)]
    [InlineData("CRDT</CdtDbtInd><Sts>", "BOTH</CdtDbtInd><Sts>", CamtFault.Malformed)]
    [InlineData("<IBAN>DE02", "<IBAN>DE03", CamtFault.Malformed)]
    [InlineData("<Ntry><Amt Ccy=\"EUR\">", "<Ntry><Amt Ccy=\"USD\">", CamtFault.NotEuro)]
    public void One_change_makes_a_readable_file_unreadable(string part, string instead, object fault)
    {
        Assert.Single(Read(Usual));
        var broken = Usual.Xml.Replace(part, instead, StringComparison.Ordinal);
        Assert.NotEqual(Usual.Xml, broken);
        Assert.Equal(fault, Assert.IsType<StatementUnreadable>(CamtReader.Read(Bytes(broken)).Refusal).Fault);
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void An_entry_has_a_depth_that_no_statement_reaches(int more, bool readable)
    {
        var deep = Usual with { More = $"<Ntry>{FileEntry.Money(0)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-23</Dt></BookgDt>{string.Concat(Enumerable.Repeat("<X>", more))}{string.Concat(Enumerable.Repeat("</X>", more))}</Ntry>" };
        Assert.Equal(readable, CamtReader.Read(deep.Open()).Refusal is null);
    }

    [Fact]
    public void A_file_that_is_larger_than_any_statement_is_refused() =>
        Assert.IsType<StatementUnreadable>(CamtReader.Read((Usual with { More = $"<!--{new string('x', CamtReader.LargestFile)}-->" }).Open()).Refusal);

    [Fact]
    public void More_entries_than_any_statement_has_are_refused()
    {
        var entry = new FileEntry(100).Xml(newest: true);
        Assert.Equal(CamtFault.TooLarge, Assert.IsType<StatementUnreadable>(CamtReader.Read(Bytes(
            Usual.Xml.Replace("</Stmt>", string.Concat(Enumerable.Repeat(entry, 20_000)) + "</Stmt>", StringComparison.Ordinal))).Refusal).Fault);
    }

    [Fact]
    public void What_banks_add_of_their_own_is_passed_over()
    {
        var more = "<SplmtryData><Envlp><a xmlns=\"urn:bank\"><b/></a></Envlp></SplmtryData>";
        Assert.Equal(2, Read(Usual with { More = more })[0].Movements.Count);
        Assert.Equal(2, CamtReader.Read(Bytes(Usual.Xml.Replace("</TxDtls>", more + "</TxDtls>", StringComparison.Ordinal))).Value[0].Movements.Count);
    }

    [Fact]
    public void Whatever_is_broken_in_a_file_it_is_read_or_refused_and_never_fails()
    {
        var bytes = Encoding.UTF8.GetBytes(Usual.Xml);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Int[0, 60], Gen.Byte.Array[0, 12]).Array[1, 4].Sample(changes =>
        {
            var broken = bytes.ToList();
            foreach (var (start, length, instead) in changes)
            {
                var at = Math.Min(start, broken.Count);
                broken.RemoveRange(at, Math.Min(length, broken.Count - at));
                broken.InsertRange(at, instead);
            }

            var outcome = CamtReader.Read(new MemoryStream([.. broken]));
            Assert.True(outcome.Refusal is null or StatementUnreadable);
        });
    }

    [Fact]
    public void Whatever_elements_change_places_a_file_is_read_or_refused_and_never_fails()
    {
        var pieces = Usual.Xml.Split('<').Select((piece, number) => number == 0 ? piece : "<" + piece).ToArray();
        Gen.Select(Gen.Int[1, pieces.Length - 1], Gen.Int[1, pieces.Length - 1]).Array[1, 3].Sample(swaps =>
        {
            string[] moved = [.. pieces];
            foreach (var (one, other) in swaps)
                (moved[one], moved[other]) = (moved[other], moved[one]);
            Assert.True(CamtReader.Read(Bytes(string.Concat(moved))).Refusal is null or StatementUnreadable);
        });
    }

    private static IReadOnlyList<Statement> Read(StatementFile file) => CamtReader.Read(file.Open()).Value;

    private static MemoryStream Bytes(string xml) => new(Encoding.UTF8.GetBytes(xml));
}
