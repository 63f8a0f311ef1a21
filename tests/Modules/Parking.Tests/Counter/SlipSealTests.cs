using System.Globalization;
using System.Text.Json.Nodes;
using Modellstadt.Parking.Counter.Slips;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Counter;

/// <summary>The seal on a slip, checked with nothing but the town's public key.</summary>
public sealed class SlipSealTests
{
    private const string Ags = "05513000";

    private static readonly SlipSeal Seal = new(Ags, "GE-2026-000123", "GE-AB 123", "D1", new DateOnly(2026, 11, 24), new DateOnly(2027, 11, 23));

    private static readonly SoftwareSigningKey Key = SoftwareSigningKey.Create(new SeededRandomness(1).Fill);

    private static readonly SoftwareSigningKey Foreign = SoftwareSigningKey.Create(new SeededRandomness(2).Fill);

    [Fact]
    public void A_seal_says_what_was_sealed_and_fits_into_a_code_of_letters_and_digits()
    {
        var text = Seal.Sign(Key);

        Assert.Equal(Seal, Verify(text).Expect());
        Assert.InRange(text.Length, 1, 400);
        Assert.DoesNotMatch("[^0-9A-Z $%*+./:-]", text);
    }

    /// <summary>The device checks the same file (<c>slipSeal.test.ts</c>): both sides agree on what a seal is.</summary>
    [Fact]
    public void The_seal_in_the_file_of_vectors_is_read_here_as_on_the_device()
    {
        var vectors = JsonNode.Parse(File.ReadAllText(ProductFiles.PathOf("src/App/Browser/tests/slipSeal.vectors.json")))!;
        var claims = vectors["claims"]!;

        var seal = SlipSeal.Verify((string)vectors["seal"]!, (string)vectors["ags"]!, [VerificationKey.Import(Key.PublicKey)]).Expect();

        Assert.Equal(Key.PublicKey.ToJson().ToJsonString(), vectors["key"]!.ToJsonString());
        Assert.Equal(
            ((string)claims["number"]!, string.Join(", ", claims["plates"]!.AsArray().Select(plate => (string)plate!)), (string)claims["zone"]!, (string)claims["from"]!, (string)claims["until"]!),
            (seal.PermitNumber, seal.Plates, seal.Zone, seal.From.ToString("O", CultureInfo.InvariantCulture), seal.Until.ToString("O", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Each_changed_character_is_refused()
    {
        var text = Seal.Sign(Key);
        for (var at = SlipSeal.Prefix.Length; at < text.Length; at++)
        {
            var changed = $"{text[..at]}{(text[at] == '0' ? '1' : '0')}{text[(at + 1)..]}";
            Assert.False(Verify(changed).TryGetValue(out _, out _), $"character {at}");
        }
    }

    [Fact]
    public void A_seal_of_a_foreign_key_is_refused()
    {
        Assert.Null(Verify(Seal.Sign(Key)).Error);
        Assert.Equal(ErrorCodes.Signature, Verify(Seal.Sign(Foreign)).Error!.Code);
    }

    [Fact]
    public void A_seal_of_another_town_is_refused()
    {
        Assert.Null(Verify(Seal.Sign(Key)).Error);
        Assert.Equal(ErrorCodes.Malformed, Verify((Seal with { Ags = "05334002" }).Sign(Key)).Error!.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MSS1:")]
    [InlineData("MSS1:BB8")]
    [InlineData("MSS2:BB8")]
    [InlineData("GE-AB 123")]
    public void What_is_no_seal_is_refused(string text) => Assert.NotNull(Verify(text).Error);

    [Fact]
    public void A_text_longer_than_a_seal_is_refused_before_it_is_read() => Assert.Equal(ErrorCodes.Malformed, Verify(SlipSeal.Prefix + new string('0', 600)).Error!.Code);

    private static Checked<SlipSeal> Verify(string text) => SlipSeal.Verify(text, Ags, [VerificationKey.Import(Key.PublicKey)]);
}
