using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Parking.Inspections.OfflineSets;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections.OfflineSets;

/// <summary>
/// What travels to the device. The vectors in <c>src/App/Browser/tests</c> are read by the browser's own tests as well: both sides agree on
/// every byte. <c>MODELLSTADT_VECTORS=1</c> writes them anew.
/// </summary>
public sealed class OfflineSetTests
{
    private static readonly string VectorFile = ProductFiles.PathOf("src/App/Browser/tests/offlineSet.vectors.json");
    private static readonly DateTimeOffset BuiltAt = new(2026, 12, 31, 21, 0, 0, TimeSpan.Zero);
    private static readonly Guid Shift = new("5d4f9a3e-2f3b-4c57-9d0e-0f6c1b7a2e11");

    private static readonly OfflineRight[] Inside =
    [
        new(new DateOnly(2026, 12, 31), "P", "GE-AB123"), new(new DateOnly(2027, 1, 1), "P", "GE-AB123"), new(new DateOnly(2026, 12, 31), "S", "MÜ-Q7E"),
        new(new DateOnly(2026, 12, 31), "?Grenzstraße", "GE-XY9H"), new(new DateOnly(2027, 1, 1), "P", "B-C1"),
    ];

    private static readonly OfflineRight[] Outside =
    [
        new(new DateOnly(2026, 12, 31), "S", "GE-AB123"), new(new DateOnly(2027, 1, 1), "S", "MÜ-Q7E"), new(new DateOnly(2026, 12, 31), "P", "GE-AB124"),
        new(new DateOnly(2027, 1, 2), "P", "GE-AB123"), new(new DateOnly(2026, 12, 31), "P", "GE-A123"),
    ];

    [Fact]
    public void The_builder_makes_the_vectors_that_the_browser_reads()
    {
        if (Environment.GetEnvironmentVariable("MODELLSTADT_VECTORS") is { Length: > 0 })
            WriteVectors();

        var vectors = JsonNode.Parse(File.ReadAllText(VectorFile))!;
        var sent = Base64Url.Decode((string)vectors["set"]!).Expect();
        var (key, header, table) = TakeApart(sent);
        using var townKey = VerificationKey.Import(JsonWebKey.Parse((JsonObject)vectors["townKey"]!.DeepClone()).Expect());
        var payload = CompactJws.Parse(header).Expect().Verify(townKey, JwsRules.ForType(OfflineSetHeader.Type)).Expect().Payload;

        Assert.Equal(OfflineTable.Build(key, Inside).Bytes.ToArray(), table);
        Assert.Equal(Inside.Length, (int)payload["count"]!);
        Assert.Equal(Base64Url.Encode(SHA256.HashData(table)), (string)payload["sha256"]!);
        Assert.Equal(BuiltAt.ToUnixTimeSeconds(), (long)payload["iat"]!);
        Assert.Equal(Rights(Inside).ToJsonString(), vectors["inside"]!.ToJsonString());
        Assert.Equal(Rights(Outside).ToJsonString(), vectors["outside"]!.ToJsonString());
    }

    [Fact]
    public void The_header_names_shift_zones_age_end_and_table_and_the_town_has_signed_it()
    {
        using var key = SoftwareSigningKey.Create(new SeededRandomness(1).Fill);
        var (_, header, table) = TakeApart(Build(key));
        using var townKey = VerificationKey.Import(key.PublicKey);

        var payload = CompactJws.Parse(header).Expect().Verify(townKey, JwsRules.ForType(OfflineSetHeader.Type)).Expect().Payload;
        Assert.Equal($$"""{"v":1,"shift":"{{Shift:D}}","zones":["P","S","?Grenzstraße"],"iat":1798750800,"exp":1798779600,"count":5,"sha256":"{{Base64Url.Encode(SHA256.HashData(table))}}"}""", payload.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

        using var stranger = VerificationKey.Import(SoftwareSigningKey.Create(new SeededRandomness(2).Fill).PublicKey);
        Assert.Equal("signature", CompactJws.Parse(header).Expect().Verify(stranger, JwsRules.ForType(OfflineSetHeader.Type)).Error?.Code);
    }

    private static byte[] Build(SigningKey signingKey) =>
        OfflineSet.Build(new SeededRandomness(3).NewBytes(OfflineSet.KeyBytes), new OfflineSetHeader(Shift, ["P", "S", "?Grenzstraße"], BuiltAt, BuiltAt.AddHours(8)), Inside, signingKey);

    private static (byte[] Key, string Header, byte[] Table) TakeApart(byte[] sent)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(sent.AsSpan(OfflineSet.KeyBytes));
        var headerAt = OfflineSet.KeyBytes + sizeof(ushort);
        return (sent[..OfflineSet.KeyBytes], Encoding.ASCII.GetString(sent, headerAt, length), sent[(headerAt + length)..]);
    }

    private static JsonArray Rights(IEnumerable<OfflineRight> rights) =>
        [.. rights.Select(right => (JsonNode)new JsonArray($"{right.Day:O}", right.Zone, right.PlateKey))];

    private static void WriteVectors()
    {
        using var key = SoftwareSigningKey.Create(new SeededRandomness(1).Fill);
        var vectors = new JsonObject
        {
            ["townKey"] = key.PublicKey.ToJson(),
            ["shift"] = Shift.ToString("D"),
            ["now"] = BuiltAt.ToUnixTimeMilliseconds(),
            ["set"] = Base64Url.Encode(Build(key)),
            ["inside"] = Rights(Inside),
            ["outside"] = Rights(Outside),
        };
        File.WriteAllText(VectorFile, vectors.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }
}
